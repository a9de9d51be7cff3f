import type { TableJson } from '../../document/node.ts'
import { type Passage, readable } from '../people/passage.ts'
import { readEntries } from '../people/people.ts'
import { bareLines, type Block } from '../reading/index.ts'
import type { Attendance, Attendee, Presence } from './attendance.ts'
import { attendanceOf, carrierOf, isConvincing } from './found.ts'
import { stateOf } from './states.ts'

/** Fewer may be the head of a table that is still empty. */
const FEWEST = 3

/**
 * A table below `Attendees` without a head that says what its columns are: a person in each cell, or in front of one that says whether
 * they came. Nothing else may stand in it.
 */
export function readGrid(block: Block, { content }: TableJson, state: Presence): Attendance | null {
  const attendees: Attendee[] = []
  for (const [row, { content: cells = [] }] of content.entries()) {
    for (const [column, cell] of cells.entries()) {
      const line = bareLines(cell)[0]!
      const passage = { path: [...block.path, row, column], from: line.from, text: line.text, pieces: line.pieces }
      if (readable(passage).trim() === '') continue
      const before = attendees.at(-1)
      const presence = isBehind(before, passage) ? stateOf(passage.text.trim()) : undefined
      if (presence !== undefined) {
        // What a person's own cell says has the say.
        if (before!.state === state) attendees[attendees.length - 1] = { ...before!, state: presence }
        continue
      }
      const read = readEntries([passage], state)
      if (read.attendees.length === 0 || read.others > 0) return null
      attendees.push(...read.attendees)
    }
  }
  const people = { attendees, others: 0 }
  if (attendees.length < FEWEST || !isConvincing(people, 'loose', true)) return null
  return attendanceOf(carrierOf(block), 'grid', state, people, null)
}

/** Whether a cell stands right behind that of a person. */
function isBehind(person: Attendee | undefined, { path }: Passage): boolean {
  const [row, column] = [person?.at.path.at(-2), person?.at.path.at(-1)]
  return row === path.at(-2) && column === path.at(-1)! - 1
}
