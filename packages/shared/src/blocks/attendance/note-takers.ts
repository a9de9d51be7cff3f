import { fold } from '../../meeting/index.ts'
import type { View } from '../reading/index.ts'
import type { Attendance, NoteTaker } from './attendance.ts'
import { takerOf } from './note-names.ts'
import { notePlaces } from './note-places.ts'

/** Whom the minutes name as note taker, scribe or secretary, each once. */
export function recogniseNoteTakers(view: View, attendances: readonly Attendance[]): readonly NoteTaker[] {
  const said = notePlaces(view).flatMap(({ names }) => names)
  const marked = attendances.flatMap(({ attendees }) => attendees.filter(({ takesNotes }) => takesNotes))
  const seen = new Set<string>()
  return [...said, ...marked.map(takerOf)].filter(({ value }) => {
    const key = fold(value)
    return !seen.has(key) && seen.add(key)
  })
}
