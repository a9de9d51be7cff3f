import { createValue, type Observable } from '../connection/observable.ts'

const token = createValue<string | null>(null)

/** The invitation that this page was opened with, until it is accepted or put aside. */
export const invitationToken: Observable<string | null> = token

/**
 * Takes an invitation out of the address at once, so that it is neither copied from there nor kept in the history: the fragment of
 * `/invitation#<token>` or `/meetings/<id>#invitation=<token>`. One that is pasted into an open page is taken as well.
 */
export function keepInvitation(): void {
  take()
  window.addEventListener('hashchange', take)
}

/** It was accepted, or is of no use. */
export function dropInvitation(): void {
  token.set(null)
}

function take(): void {
  const found = tokenIn(location.pathname, location.hash)
  if (found === null) return
  token.set(found)
  history.replaceState(history.state, '', location.pathname + location.search)
}

export function tokenIn(path: string, fragment: string): string | null {
  const [, found] = (path === '/invitation' ? /^#(.+)$/ : /^#invitation=(.+)$/).exec(fragment) ?? []
  return found ?? null
}
