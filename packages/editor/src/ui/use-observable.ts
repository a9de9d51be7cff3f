import { useCallback, useSyncExternalStore } from 'react'

interface Source<T> {
  get(): T
  subscribe(listener: () => void): () => void
}

/** The value of anything that can be read and listened to, kept true. */
export function useObservable<T>(source: Source<T>): T {
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source])
  return useSyncExternalStore(subscribe, () => source.get())
}
