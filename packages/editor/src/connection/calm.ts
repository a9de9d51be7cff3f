import type { Observable } from './observable.ts'

/** Who listens hears of a change that can wait after a pause (ms) without another, but no later than that. */
const PAUSE = 300
const LONGEST = 1_000

/**
 * The same value, which tells its listeners less often: at once where `urgent` says so, else when things have calmed down.
 * What `get` returns is always the truth of this moment. Each word that changes on the page costs time between a key and
 * its letter, as React looks through the whole text for the caret whenever it changes anything beside it.
 */
export function calm<T>(source: Observable<T>, urgent: (told: T, now: T) => boolean): Observable<T> {
  const listeners = new Set<() => void>()
  let told = source.get()
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest: number | undefined
  const tell = (): void => {
    clearTimeout(timer)
    latest = undefined
    told = source.get()
    for (const listener of listeners) listener()
  }
  source.subscribe(() => {
    clearTimeout(timer)
    if (urgent(told, source.get())) return tell()
    latest ??= Date.now() + LONGEST
    timer = setTimeout(tell, Math.min(PAUSE, latest - Date.now()))
  })
  return {
    get: source.get,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
