import type { Observable } from './observable.ts'

/** Who listens hears of changes that can wait this much apart (ms). */
const PACE = 250

/**
 * The same value, which tells its listeners of a change at once where that is `urgent` or the last one is a while ago, and else
 * gathers what comes. What `get` returns is always the truth of this moment. Two hundred votes in ten seconds are two hundred
 * drawings of a card otherwise, each of which costs time between a key and its letter.
 */
export function paced<T>(source: Observable<T>, urgent: (told: T, now: T) => boolean): Observable<T> {
  const listeners = new Set<() => void>()
  let told = source.get()
  let toldAt = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (): void => {
    clearTimeout(timer)
    timer = undefined
    told = source.get()
    toldAt = performance.now()
    for (const listener of listeners) listener()
  }
  source.subscribe(() => {
    const wait = toldAt + PACE - performance.now()
    if (wait <= 0 || urgent(told, source.get())) tell()
    else timer ??= setTimeout(tell, wait)
  })
  return {
    get: source.get,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
