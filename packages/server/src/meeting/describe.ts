import type { Lens } from '../markdown/lens.ts'
import { type Store, unknownMeeting } from '../store/store.ts'

/** Brings what the list of meetings shows up to date with the minutes. */
export async function describeMeeting(store: Store, lens: Lens, id: string, state: Uint8Array): Promise<void> {
  const record = await store.meeting(id)
  if (record === undefined) throw unknownMeeting(id)
  const title = (await lens.title(state)) ?? record.name
  await store.describe(id, { title, updatedAt: new Date().toISOString() })
}
