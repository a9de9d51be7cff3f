import type { NoteTaker } from '@plenary/shared/ledger'
import type { Awareness } from 'y-protocols/awareness'

import { pagesOf } from '../presence/index.ts'

/**
 * The one page, by its client, that writes what the record brings about at the note taker's caret: of the first note taker who has a
 * page open, that whose caret moved last. Every page comes to the same answer, so nothing is written twice. Null: nobody's.
 */
export function scribePage(awareness: Awareness, noteTakers: readonly NoteTaker[]): number | null {
  for (const { person } of noteTakers) {
    const [page] = pagesOf(awareness, person)
    if (page !== undefined) return page.client
  }
  return null
}
