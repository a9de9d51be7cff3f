import { createHash } from 'node:crypto'

import { openLevelStore } from '../store/level.ts'
import { storeIn } from '../store/place.ts'
import type { NewMeeting } from '../store/store.ts'
import { paragraphUpdate } from './edit.ts'
import { temporaryFolder } from './folder.ts'

const TEXT = new TextEncoder().encode('# Reef call\n')
export const HASH = createHash('sha256').update(TEXT).digest('hex')

export function meeting(id: string): NewMeeting {
  const at = '2026-01-01T00:00:00.000Z'
  const record = { id, name: id, title: id, createdAt: at, updatedAt: at, epoch: 'e', base: HASH }
  return { record, state: paragraphUpdate('begun'), base: TEXT }
}

/** What a stopped server left: two meetings with a text, a snapshot and a log; one entry of the second was set aside. */
export async function dataFolder(): Promise<string> {
  const folder = await temporaryFolder()
  const store = await openLevelStore(storeIn(folder))
  for (const id of ['a', 'b']) {
    await store.create(meeting(id))
    await store.append(id, [paragraphUpdate('one'), paragraphUpdate('two')])
  }
  await store.quarantine('b', [await store.append('b', [new Uint8Array([9])])])
  await store.close()
  return folder
}
