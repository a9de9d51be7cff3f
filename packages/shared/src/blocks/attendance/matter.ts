import { type FrontMatter, type MatterEntry, type MatterValue } from '../matter/front-matter.ts'
import type { Passage } from '../people/passage.ts'
import { readEntries, readSeries } from '../people/people.ts'
import { isPlaceholder } from '../people/vocabulary.ts'
import type { Block } from '../reading/index.ts'
import type { Attendance, Attendee, Presence } from './attendance.ts'
import { attendanceOf, carrierOf, isConvincing } from './found.ts'
import { senseOf } from './heads.ts'

/** `participants:` and its like in the front matter. */
export function readMatter(block: Block, { entries }: FrontMatter): readonly Attendance[] {
  return entries.flatMap((entry) => readEntry(block, entry) ?? [])
}

/** The words of a key: `attendees_remote` is `attendees remote`. */
export function wordsOfKey(key: string): string {
  return key.replace(/[_-]+/g, ' ')
}

function readEntry(block: Block, entry: MatterEntry): Attendance | null {
  const sense = senseOf(wordsOfKey(entry.key))
  if (sense === null || sense.strength === 'loose' || entry.form === 'other') return null
  if (sense.strength === 'near' && sense.state === 'present') return null
  const plain = entry.values.filter(({ fields }) => fields === null).map(passageOf)
  const read = entry.form === 'scalar' ? readSeries(plain[0]!, sense.state) : readEntries(plain, sense.state)
  const mapped = entry.values.flatMap((value) => attendeeOf(value, sense.state) ?? [])
  const people = {
    attendees: [...read.attendees, ...mapped].sort((a, b) => a.at.from - b.at.from),
    others: read.others,
  }
  const isWaiting = people.attendees.length + people.others === 0
  if (!isWaiting && !isConvincing(people, 'sure', true)) return null
  return attendanceOf(carrierOf(block), 'matter', sense.state, people, entry.value)
}

function passageOf({ text, at }: MatterValue): Passage {
  return { path: at.path, from: at.from, text, pieces: [] }
}

/** `- name: Ann Bell` with its like. */
function attendeeOf({ fields, at }: MatterValue, state: Presence): Attendee | null {
  if (fields === null) return null
  const said = (...keys: readonly string[]): string | undefined => {
    const text = keys
      .map((key) => fields.get(key)?.text.trim())
      .find((each) => each !== undefined && !isPlaceholder(each))
    return text?.replace(/^@/, '')
  }
  const handle = said('handle', 'github', 'username', 'nick', 'id')
  const name = said('name', 'full_name', 'fullname') ?? handle
  const affiliation = said('affiliation', 'organization', 'organisation', 'org', 'company', 'employer')
  const initials = said('initials', 'abbreviation', 'abbr')
  if (name === undefined) return null
  return {
    name,
    ...(initials === undefined ? {} : { initials }),
    ...(handle === undefined ? {} : { handle }),
    ...(affiliation === undefined ? {} : { affiliation }),
    state,
    at,
  }
}
