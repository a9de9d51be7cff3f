/** What a test expects to be there. */
export function there<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('it is not there')
  return value
}

/** The last of a list, which a test expects to have one. */
export function last<Value>(list: readonly Value[]): Value {
  return there(list.at(-1))
}
