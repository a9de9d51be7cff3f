import type { Attendee } from '../blocks/attendance/attendance.ts'
import { addAttendee } from '../blocks/attendance/change/add.ts'
import type { Change } from '../blocks/change/change.ts'
import { type Understanding, understand } from '../blocks/understand.ts'
import type { DocJson } from '../document/node.ts'
import { changeText } from './change-text.ts'
import { there } from './there.ts'

export const ZOE = { name: 'Zoe Quill', handle: 'zoeq', initials: 'ZQ', affiliation: 'Zeta' }

export type Edit = (found: Understanding, document: DocJson) => readonly Change[]

/** The text after an edit, printed over what it was before. */
export function edited(text: string, edit: Edit): string {
  return changeText(text, (document) => edit(understand(document), document))
}

/** The lines that an edit of a text takes away (`-`) and brings (`+`). */
export function diff(text: string, edit: Edit): readonly string[] {
  const before = text.split('\n')
  const after = edited(text, edit).split('\n')
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ]
}

export const add: Edit = ({ attendances: [attendance] }, document) =>
  attendance === undefined ? [] : addAttendee(document, attendance, ZOE)

export function named(name: string, { attendances }: Understanding): Attendee {
  return there(attendances.flatMap(({ attendees }) => attendees).find((each) => each.name === name))
}
