import { type LedgerState, type PastNoteTaking, pastNoteTaking } from '@plenary/shared/ledger'

import type { Rooms } from '../room/rooms.ts'
import type { MeetingRecord } from '../store/store.ts'
import { seriesOf } from './series.ts'
import type { Structures } from './structures.ts'

export interface NoteTakingOptions {
  readonly structures: Structures
  readonly rooms: Pick<Rooms, 'book'>
}

/**
 * Who took notes in the other meetings of the same group, of these, and for how long: to the minute where the ledger knows it, else
 * what the minutes say, which name the note takers and perhaps how long the meeting was.
 */
export async function noteTakingBeside(
  record: MeetingRecord,
  meetings: readonly MeetingRecord[],
  { structures, rooms }: NoteTakingOptions,
): Promise<readonly PastNoteTaking[]> {
  const others = (await seriesOf(record, meetings, structures)).filter((held) => held.record.id !== record.id)
  const taken = await Promise.all(
    others.map(async (held) => {
      const known = recorded((await rooms.book(held.record.id)).state, held.structure.date)
      return known.length > 0 ? known : pastNoteTaking([held.structure])
    }),
  )
  return taken.flat()
}

/** One for each person, all their turns together; nothing where the meeting was never ended, so that some went on for ever. */
function recorded({ noteTaking, attendance }: LedgerState, date: string | null): readonly PastNoteTaking[] {
  if (noteTaking.some(({ until }) => until === null)) return []
  const people = new Map<string, PastNoteTaking>()
  for (const { person, name, since, until } of noteTaking) {
    const handle = attendance.find(({ attendee }) => attendee.person === person)?.attendee.handle
    const minutes = (people.get(person)?.minutes ?? 0) + (Date.parse(until ?? since) - Date.parse(since)) / 60_000
    people.set(person, { name, ...(handle !== undefined && { handle }), date: date ?? since.slice(0, 10), minutes })
  }
  const all = [...people.values()].map((each) => ({ ...each, minutes: Math.round(each.minutes) }))
  return all.filter(({ minutes }) => minutes > 0)
}
