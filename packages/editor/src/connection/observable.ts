/** A value that changes, in the shape that React's `useSyncExternalStore` takes. */
export interface Observable<T> {
  readonly get: () => T
  /** Calls `listener` after each change; returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void
}

/** An observable that its owner sets. */
export interface Value<T> extends Observable<T> {
  readonly set: (value: T) => void
}

/** Makes a value; setting one that is `equal` to the last tells nobody. */
export function createValue<T>(initial: T, equal: (a: T, b: T) => boolean = Object.is): Value<T> {
  let current = initial
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set: (value) => {
      if (equal(current, value)) return
      current = value
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
