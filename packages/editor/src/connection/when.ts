import type { Observable } from './observable.ts'

/** Resolves with the value once it `holds`, at once or after a change. */
export function when<T>({ get, subscribe }: Observable<T>, holds: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!holds(get())) return
      unsubscribe()
      resolve(get())
    }
    let unsubscribe: () => void = () => undefined
    unsubscribe = subscribe(check)
    check()
  })
}
