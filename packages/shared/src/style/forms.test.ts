import { describe, expect, test } from 'vitest'

import { newAction } from '../blocks/action/create.ts'
import { addAttendee } from '../blocks/attendance/change/add.ts'
import { insertAttendance, newAttendance } from '../blocks/attendance/change/create.ts'
import { changed } from '../blocks/change/apply.ts'
import { newPoll } from '../blocks/poll/create.ts'
import { understand } from '../blocks/understand.ts'
import type { BlockJson } from '../document/node.ts'
import { minutesSchema } from '../document/schema.ts'
import { print } from '../markdown/index.ts'
import { formsFrom } from './forms.ts'
import type { HouseStyle } from './house-style.ts'
import { inferStyle } from './infer/infer.ts'
import { SHIPPED } from './shipped.ts'
import { skeleton } from './skeleton.ts'

const schema = minutesSchema()
const ANN = { name: 'Ann Bell', handle: 'ann', affiliation: 'Acme', initials: 'AB' }

describe('a house style as blocks take it that are added', () => {
  test.each([
    ['plain', '## Attendees\n\n- Ann Bell (Acme)\n\n**Note taker:**\n'],
    ['node-tsc', '## Present\n\n* Ann Bell @ann\n'],
    ['parsec', '## Attendance\n\n- Ann Bell (@ann)\n'],
    ['sig-registries', '| | |\n| --- | --- |\n| Attending | Ann Bell (Acme) |\n| Note Taker | |\n'],
    [
      'tc39',
      '**Attendees:**\n\n| Name | Abbreviation | Organization |\n| --- | --- | --- |\n| Ann Bell | AB | Acme |\n',
    ],
    ['unikraft', '---\nparticipants:\n- Ann Bell\n---\n'],
    ['w3c', 'Present: Ann Bell\n\n**Scribe:**\n'],
    ['wasm-cg', '### Attendees\n\n* Ann Bell\n'],
  ] as const)('an attendance in the style %s', (name, text) => {
    expect(printed(SHIPPED[name], newAttendance(formsFrom(SHIPPED[name]).attendance, [ANN]))).toBe(text)
  })

  test.each(Object.entries(SHIPPED))(
    'the first to come to fresh minutes in the style %s stands where they wait',
    (_, style) => {
      const minutes = skeleton(style, { date: '2027-04-06' })
      const { attendances } = understand(minutes)
      const { attendance } = formsFrom(style)
      const [place] = attendances
      const changes =
        place === undefined
          ? insertAttendance(minutes, attendance, [ANN])
          : addAttendee(minutes, place, ANN, { usual: attendance.entry })
      const after = changed(minutes, changes, schema)
      expect(print(after, { habits: style.writing }).text).toBe(
        print(skeleton(style, { date: '2027-04-06', people: [ANN] }), { habits: style.writing }).text,
      )
    },
  )

  test('heads come from the sections, and an agenda of a group that has none is announced as well', () => {
    expect(formsFrom(SHIPPED.parsec).agenda.head).toEqual({ form: 'heading', level: 2, text: 'Agenda' })
    expect(formsFrom(SHIPPED.unikraft).agenda.head).toEqual({ form: 'heading', level: 2, text: ':dart: Agenda' })
    expect(formsFrom(SHIPPED.tc39).agenda.head).toEqual({ form: 'heading', level: 2, text: 'Agenda' })
  })

  test('what is added to an imported file is written as that file writes', () => {
    const text = `# Call 2027-04-06

## Attendees

- Ann Bell (Acme)
- Bob Cole (Acme)

## Notes

**Poll**: one or two?

| SA | A | N | F | SF |
| -- | - | - | - | -- |
| 1 | 0 | 0 | 2 | 3 |

Consensus.

* **AI**: Ann: write it down
`
    const style = inferStyle([text])
    const { poll, action } = formsFrom(style)
    expect(printed(style, newPoll('and now?', poll))).toBe(
      '**Poll**: and now?\n\n| SA | A | N | F | SF |\n| --- | --- | --- | --- | --- |\n| | | | | |\n',
    )
    expect(printed(style, [newAction({ text: 'ask them', owners: ['Bob'] }, action)])).toBe('**AI**: Bob: ask them\n')
  })
})

function printed({ writing }: HouseStyle, content: readonly BlockJson[]): string {
  return print({ type: 'doc', content }, { habits: writing }).text
}
