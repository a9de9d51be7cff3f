import { signOut } from '../app/people-api.ts'
import { forgetCopies } from '../connection/index.ts'
import { forgetMeetings } from '../meeting/remembered.ts'
import { forgetPerson } from '../presence/index.ts'
import { forgetAffiliation } from './affiliation.ts'

/**
 * Leaves this browser to whoever uses it next: the server does not know it any more, and it keeps neither the name nor the minutes.
 * Where it `isEverywhere`, the server knows no other browser of the person either; what those keep stays there. What stands in the
 * way comes back as a sentence; null: nothing.
 */
export async function leaveBrowser(isEverywhere: boolean): Promise<string | null> {
  const outcome = await signOut(isEverywhere)
  if (!outcome.ok) return outcome.failure.message
  forgetPerson()
  forgetAffiliation()
  forgetMeetings(await forgetCopies())
  return null
}
