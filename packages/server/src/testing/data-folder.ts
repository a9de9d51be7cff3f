import { createHash } from 'node:crypto'

import { SERVER } from '@plenary/shared/ledger'

import { beginning, chained, sealOf } from '../ledger/chain.ts'
import { openLevelStore } from '../store/level.ts'
import { storeIn } from '../store/place.ts'
import type { Kept, NewMeeting } from '../store/store.ts'
import { paragraphUpdate } from './edit.ts'
import { temporaryFolder } from './folder.ts'

const TEXT = new TextEncoder().encode('# Reef call\n')
export const HASH = createHash('sha256').update(TEXT).digest('hex')

export function meeting(id: string): NewMeeting {
  const at = '2026-01-01T00:00:00.000Z'
  const record = { id, name: id, title: id, createdAt: at, updatedAt: at, epoch: 'e', base: HASH }
  return { record, state: paragraphUpdate('begun'), base: TEXT }
}

/** Somebody has voted in this meeting. */
function ledger(id: string): Kept[] {
  const time = '2026-01-01T00:00:00.000Z'
  const ballot = { poll: 'p', person: 'ann', choice: 1, affiliation: null, salt: 'salt' }
  const opened = chained(
    { sequence: 1, time, actor: SERVER, command: '1', event: { type: 'meeting-begun' } },
    beginning(id),
  )
  const event = { type: 'ballot-cast', poll: 'p', person: 'ann', name: 'Ann', seal: sealOf(ballot) } as const
  return [
    { entry: opened },
    { entry: chained({ sequence: 2, time, actor: SERVER, command: '2', event }, opened.hash), ballot },
  ]
}

/** What a stopped server left: two meetings with a text, a snapshot, a log and a ledger; one record of the second was set aside. */
export async function dataFolder(): Promise<string> {
  const folder = await temporaryFolder()
  const store = await openLevelStore(storeIn(folder))
  for (const id of ['a', 'b']) {
    await store.create(meeting(id))
    await store.append(id, [paragraphUpdate('one'), paragraphUpdate('two')], 2)
    await store.enter(id, ledger(id))
  }
  await store.quarantine('b', [await store.append('b', [new Uint8Array([9])])])
  await store.close()
  return folder
}
