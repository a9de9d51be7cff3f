import type { DocJson } from '../../../document/node.ts'
import { stateIn } from '../../people/note.ts'
import type { Attendance, Presence } from '../attendance.ts'
import { textIn } from './place.ts'
import { noteIn } from './state-note.ts'

/** What is written behind a name where the group has no word of its own for it. */
const WORDS: Readonly<Record<Presence, string>> = {
  present: 'present',
  late: 'late',
  left: 'left early',
  regrets: 'regrets',
  absent: 'absent',
  observer: 'observer',
}

/** With a time behind it. */
const TIMED: Readonly<Record<Presence, string>> = { ...WORDS, left: 'left' }

/** As it stands behind another name in the same list, with the time of this one. */
export function wordFor(
  document: DocJson,
  { attendees }: Pick<Attendance, 'attendees'>,
  presence: Presence,
  time?: string,
): string {
  const note = attendees
    .filter(({ state }) => state === presence)
    .map(({ at }) => noteIn(textIn(document, at)))
    .find((each) => each?.isOnly === true)
  const like = note?.words.split(/[,;]/).find((part) => stateIn(part) === presence)
  return spell(presence, like?.trim() ?? '', time)
}

/** With the zone behind it: `16:05 UTC`, `4:05 pm CET`, `16:05 +02:00`. */
const TIME = /\d{1,2}[:.]\d{2}\b(?:\s*[ap]m\b)?(?:\s+(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|\s+[A-Z]{2,5}\b)?/

/** Like the word that others have: theirs may have a time, which is not that of this one. */
export function spell(presence: Presence, like: string, time: string | undefined): string {
  if (time !== undefined) return TIME.test(like) ? like.replace(TIME, time) : `${TIMED[presence]} ${time}`
  return like.replace(new RegExp(String.raw`\s*(?:\bat\s+)?${TIME.source}.*`), '') || WORDS[presence]
}
