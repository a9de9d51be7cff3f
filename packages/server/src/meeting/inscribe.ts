import type { Entry, LedgerState } from '@plenary/shared/ledger'

import type { Inscribed } from '../ledger/inscription.ts'
import type { Lens } from '../markdown/lens.ts'
import { type Store, unknownMeeting } from '../store/store.ts'
import { styleOf } from './style.ts'

/** Brings entries into the minutes of a meeting, in the style that it is written in. */
export async function inscribeMinutes(
  store: Store,
  lens: Lens,
  id: string,
  minutes: Uint8Array,
  entries: readonly Entry[],
  before: LedgerState,
): Promise<Inscribed> {
  const record = await store.meeting(id)
  if (record === undefined) throw unknownMeeting(id)
  const { style } = await styleOf(store, lens, record)
  return lens.inscribe(minutes, { entries, before, style })
}
