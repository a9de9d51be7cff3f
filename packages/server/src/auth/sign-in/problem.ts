import type { SignInProblem } from '@plenary/shared/meeting'
import * as client from 'openid-client'

/** What an error in the hands of a provider comes to for whoever wants to sign in. */
export function problemOf(error: unknown): SignInProblem {
  if (error instanceof client.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'cancelled' : 'refused'
  return isSilence(error) ? 'unreachable' : 'refused'
}

/** Nobody answered, or whoever did was not itself: a proxy before it, or a fault of its own. */
function isSilence(error: unknown): boolean {
  // What `fetch` throws where there is no connection; mistakes in the code are TypeErrors too, but have no cause.
  if (error instanceof TypeError) return error.cause instanceof Error
  if (!(error instanceof client.ClientError)) return false
  return error.code === 'OAUTH_TIMEOUT' || (error.cause instanceof Response && error.cause.status >= 500)
}
