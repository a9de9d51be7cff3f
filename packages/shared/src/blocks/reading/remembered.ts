/**
 * The same reading, done once for each object: minutes are read after every pause in typing, and most of them are what they were.
 * What is read must depend on nothing but the object, which must not change.
 */
export function remembered<From extends object, Read extends {} | null>(
  read: (from: From) => Read,
): (from: From) => Read {
  const known = new WeakMap<From, Read>()
  return (from) => {
    const before = known.get(from)
    if (before !== undefined) return before
    const now = read(from)
    known.set(from, now)
    return now
  }
}
