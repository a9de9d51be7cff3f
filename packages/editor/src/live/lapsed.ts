import type { ConsentCall } from '@plenary/shared/ledger'

/** Whether nobody took the call back, but its time ended where nobody could object: a person can withdraw it only before. */
export function hasLapsed({ due, end }: Pick<ConsentCall, 'due' | 'end'>): boolean {
  return end?.end === 'withdrawn' && Date.parse(end.at) >= Date.parse(due)
}
