/** The value that is there most often, and of those that are equally often the first; undefined where there is none. */
export function majority<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<string, { value: Value; count: number }>()
  for (const value of values) {
    const key = JSON.stringify(value)
    const known = counts.get(key)
    if (known === undefined) counts.set(key, { value, count: 1 })
    else known.count++
  }
  const [first] = [...counts.values()].sort((a, b) => b.count - a.count)
  return first?.value
}
