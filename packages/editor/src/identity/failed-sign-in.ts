import { type FailedSignIn, readSignInFragment } from '@plenary/shared/meeting'

import { createValue, type Observable } from '../connection/observable.ts'

const failed = createValue<FailedSignIn | null>(null)

/** A sign-in from which this page was come back to without success, until it is put away. */
export const failedSignIn: Observable<FailedSignIn | null> = failed

/** Takes it out of the address, so that it is not said again on a reload. */
export function keepFailedSignIn(): void {
  const found = readSignInFragment(location.hash)
  if (found === undefined) return
  failed.set(found)
  history.replaceState(history.state, '', location.pathname + location.search)
}

export function putFailedSignInAway(): void {
  failed.set(null)
}
