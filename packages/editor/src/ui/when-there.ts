/** Hears of an answer once it is there, unless the function that comes back was called before: then nobody waits for it any more. */
export function whenThere<Value>(answer: Promise<Value>, take: (value: Value) => void): () => void {
  let isGone = false
  const hear = async (): Promise<void> => {
    const value = await answer
    if (!isGone) take(value)
  }
  void hear()
  return () => {
    isGone = true
  }
}
