import { isMeetingId, type MeetingId } from '@plenary/shared/meeting'
import { useMemo, useSyncExternalStore } from 'react'

/** Every page there is. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'meeting'; readonly id: MeetingId }
  | { readonly page: 'missing' }

export function routeOf(path: string): Route {
  if (path === '/') return { page: 'home' }
  const id = /^\/meetings\/([^/]+)\/?$/.exec(path)?.[1]
  return id !== undefined && isMeetingId(id) ? { page: 'meeting', id } : { page: 'missing' }
}

export function meetingPath(id: MeetingId): string {
  return `/meetings/${id}`
}

/** Fired on `window` by `navigate`, as the browser tells of its own back and forward (`popstate`) only. */
const NAVIGATED = 'plenary:navigated'

export function navigate(path: string): void {
  history.pushState(null, '', path)
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
