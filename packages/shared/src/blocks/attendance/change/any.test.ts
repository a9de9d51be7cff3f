import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { minutesSchema } from '../../../document/schema.ts'
import { parse } from '../../../markdown/index.ts'
import { ZOE } from '../../../testing/attendance-changes.ts'
import { CORPUS, CORPUS_NOTE } from '../../../testing/corpus.ts'
import { PATIENCE, RUNS, SEED } from '../../../testing/random.ts'
import { changed } from '../../change/apply.ts'
import type { Change } from '../../change/change.ts'
import { type Understanding, understand } from '../../understand.ts'
import { PRESENCES } from '../attendance.ts'
import { addAttendee } from './add.ts'
import { insertAttendance, PLAIN_ATTENDANCE } from './create.ts'
import { setNoteTaker } from './note-taker.ts'
import { setPresence } from './presence.ts'
import { removeAttendee } from './remove.ts'

const schema = minutesSchema()
/** What attendance is made of, and what stands around it, to be put together at random. */
const PARTS = [
  '## Attendees',
  '**Present:**',
  'Present: Ann, Bob and Cem (late)',
  '- **Participants:** @ann @bob',
  '- Dan Eck (Acme)',
  '  - Eve, Fay',
  '- [x] Gil',
  '-',
  'Hal Ives  ',
  '**Ida** and [Jo](https://github.com/jo), ~~Kim~~ <!-- Lea -->',
  '|  |  |\n| - | - |\n| Attending | Max, Ned<br>Otto |\n| Note Taker |',
  '| Name | GitHub | Present |\n| - | - | - |\n| Pia | @pia | yes |\n|  |  |  |',
  '| Sam Low | Tea May |\n| - | - |\n| Uli Noe | Vic Orr |',
  '## Regrets',
  '* Quin (Guest - CPC rep)',
  'Regrets:',
  'Scribe: Ann / Bob',
  '**Note taker:**',
  '---',
  '',
  '',
  'Some words on screws.',
  '\nRue Sol\n\nTom Ubb\n',
]

test(
  'whatever stands there, a change can be made of it',
  () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 8 }), (parts) => {
        const document = parse(`${parts.join('\n')}\n`)
        const { attendances } = understand(document)
        const made = [
          setNoteTaker(document, attendances, ZOE),
          setNoteTaker(document, attendances, null),
          insertAttendance(document, PLAIN_ATTENDANCE, [ZOE]),
          ...attendances.flatMap((attendance) => [
            addAttendee(document, attendance, ZOE),
            ...attendance.attendees.flatMap((attendee) => [
              removeAttendee(document, attendance, attendee),
              ...PRESENCES.map((presence) => setPresence(document, attendances, attendee, presence)),
            ]),
          ]),
        ]
        for (const changes of made) expect(changed(document, changes, schema).type).toBe('doc')
      }),
      { seed: SEED, numRuns: 100 * RUNS },
    )
  },
  PATIENCE,
)

describe(`on ${CORPUS_NOTE}`, () => {
  const cases = CORPUS.flatMap(({ name, text }) => {
    const document = parse(text)
    const found = understand(document)
    return found.attendances.slice(0, 2).map((attendance) => ({ name, document, found, attendance }))
  })
  const entries = (found: Understanding): string[] =>
    found.attendances.flatMap(({ attendees }) => attendees.map(({ name, state }) => `${name} ${state}`)).sort()

  test.runIf(cases.length > 0)('people come and go', () => {
    const wrong = cases.flatMap(({ name, document, found, attendance }) => {
      const before = entries(found)
      const after = (changes: readonly Change[]): string[] => entries(understand(changed(document, changes, schema)))
      const without = (entry: string): string[] => before.toSpliced(before.indexOf(entry), 1)
      const added = after(addAttendee(document, attendance, ZOE))
      const isAdded = added.length === before.length + 1 && added.some((entry) => /^(?:Zoe Quill|zoeq) /.test(entry))
      const others = attendance.attendees.slice(0, 2).flatMap((attendee) => {
        const key = `${attendee.name} ${attendee.state}`
        const presence = attendee.state === 'late' ? 'left' : 'late'
        const removed = after(removeAttendee(document, attendance, attendee))
        const changedState = after(setPresence(document, found.attendances, attendee, presence))
        const wanted = [...without(key), `${attendee.name} ${presence}`].sort()
        return [
          ...(removed.join() === without(key).join() ? [] : [`${name}: removed ${attendee.name}`]),
          ...(changedState.join() === wanted.join() ? [] : [`${name}: ${attendee.name} is ${presence}`]),
        ]
      })
      return isAdded ? others : [`${name}: added`, ...others]
    })
    expect(wrong).toEqual([])
  })
})
