import { isMeetingId, type MeetingId } from '@plenary/shared/meeting'
import { useMemo, useSyncExternalStore } from 'react'

/** Every page there is. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'meeting'; readonly id: MeetingId }
  | { readonly page: 'projector'; readonly id: MeetingId }
  | { readonly page: 'invitation' }
  | { readonly page: 'missing' }

export function routeOf(path: string): Route {
  if (path === '/') return { page: 'home' }
  if (path === '/invitation') return { page: 'invitation' }
  const [, id, view] = /^\/meetings\/([^/]+)(\/projector)?\/?$/.exec(path) ?? []
  if (id === undefined || !isMeetingId(id)) return { page: 'missing' }
  return { page: view === undefined ? 'meeting' : 'projector', id }
}

export function meetingPath(id: MeetingId): string {
  return `/meetings/${id}`
}

/** Fired on `window` by `navigate`, as the browser tells of its own back and forward (`popstate`) only. */
const NAVIGATED = 'plenary:navigated'

/** How the page that is shown was come to, kept by the browser with its entry in the history. */
interface Arrival {
  /** By a link or a button of another page of Plenary, not by an address. */
  readonly isInside: boolean
  /** To a meeting that was made just now. */
  readonly isNew: boolean
}

export function arrival(): Arrival {
  const { isInside = false, isNew = false } = (history.state ?? {}) as Partial<Arrival>
  return { isInside, isNew }
}

export function navigate(path: string, { isNew = false } = {}): void {
  history.pushState({ isInside: true, isNew } satisfies Arrival, '', path)
  window.scrollTo(0, 0)
  window.dispatchEvent(new Event(NAVIGATED))
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener)
  window.addEventListener(NAVIGATED, listener)
  return () => {
    window.removeEventListener('popstate', listener)
    window.removeEventListener(NAVIGATED, listener)
  }
}

export function useRoute(): Route {
  const path = useSyncExternalStore(subscribe, () => location.pathname)
  return useMemo(() => routeOf(path), [path])
}
