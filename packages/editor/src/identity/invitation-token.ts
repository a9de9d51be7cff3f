import { createValue, type Observable } from '../connection/observable.ts'

/** Where it waits while somebody signs in elsewhere: in this tab alone. */
const KEY = 'plenary:invitation'

const token = createValue<string | null>(null)

/** The invitation that this page was opened with, until it is accepted or put aside. */
export const invitationToken: Observable<string | null> = token

/**
 * Takes an invitation out of the address at once, so that it is neither copied from there nor kept in the history: the fragment of
 * `/invitation#<token>` or `/meetings/<id>#invitation=<token>`. One that is pasted into an open page is taken as well.
 */
export function keepInvitation(): void {
  token.set(takeCarried())
  take()
  window.addEventListener('hashchange', take)
}

/** It was accepted, or is of no use. */
export function dropInvitation(): void {
  token.set(null)
  takeCarried()
}

/** Called when somebody leaves this page to sign in: the address that they come back to has no invitation any more. */
export function carryInvitation(): void {
  const now = token.get()
  try {
    if (now !== null) sessionStorage.setItem(KEY, now)
  } catch {
    // They follow the link once more, then.
  }
}

function takeCarried(): string | null {
  try {
    const carried = sessionStorage.getItem(KEY)
    sessionStorage.removeItem(KEY)
    return carried
  } catch {
    // None was carried either.
    return null
  }
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
