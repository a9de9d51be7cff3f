import { describe, expect, test } from 'vitest'

import type { DocJson } from '../document/node.ts'
import { minutesSchema } from '../document/schema.ts'
import { parse, print } from '../markdown/index.ts'
import { changed } from './change/apply.ts'
import { overrule } from './overrule.ts'
import { viewOf } from './reading/index.ts'
import { understand, type Understanding } from './understand.ts'

const schema = minutesSchema()

/** The document after a person has said in the line with these words that it is nothing. */
function overruled(document: DocJson, words: string): DocJson {
  const line = viewOf(document).lines.find(({ text }) => text.includes(words))
  if (line === undefined) throw new Error(`"${words}" is not there`)
  return changed(document, overrule(document, understand(document), line), schema)
}

/** What is found, in a few words. */
function found({ attendances, agendas, polls, actions, decisions, turns }: Understanding): readonly string[] {
  return [
    ...attendances.flatMap(({ attendees }) => attendees.map(({ name }) => `person ${name}`)),
    ...agendas.flatMap(({ items }) => items.map(({ text }) => `topic ${text}`)),
    ...polls.map(({ question, options }) => `poll ${question.value} ${options.length}`),
    ...actions.map(({ text }) => `action ${text.value}`),
    ...decisions.map(({ text }) => `decision ${text.value}`),
    ...turns.map(({ written }) => `turn ${written}`),
  ]
}

const COUNTS = '| SF | F | N | A | SA |\n| - | - | - | - | - |\n| 7 | 4 | 1 | 0 | 0 |\n'
const TALK = 'Present: Ann, Bob\n\nAnn: hello\n\nBob: hi\n'
const PEOPLE = '## Attendees\n\n- Ann Bell\n- Bob Cray\n'

describe('what a person says of a place overrules what is read there:', () => {
  test.each([
    ['a speaker', TALK, 'hello', ['person Ann', 'person Bob', 'turn Bob']],
    ['one person of a list', PEOPLE, 'Bob', ['person Ann Bell']],
    ['a list of people, at its heading', PEOPLE, 'Attendees', []],
    ['a list of people, at its label', '**Attendees:**\n\n- Ann Bell\n- Bob Cray\n', 'Attendees', []],
    ['a list of people, at the item above', '- Attendees:\n    - Ann Bell\n    - Bob Cray\n', 'Attendees', []],
    ['people in a line', 'Present: Ann Bell, Bob Cray\n', 'Present', []],
    [
      'a table of people, in any cell',
      '| Name | Abbreviation | Organization |\n| - | - | - |\n| Ann Bell | AB | Acme |\n',
      'AB',
      [],
    ],
    [
      'a table of two rows',
      '|  |  |\n| - | - |\n| Attending | Ann Bell, Bob Cray |\n| Note Taker | Ann Bell |\n',
      'Bob',
      [],
    ],
    ['one topic of an agenda', '## Agenda\n\n- Budget\n- Boats (5 min)\n', 'Budget', ['topic Boats']],
    ['an agenda, at its heading', '## Agenda\n\n- Budget\n- Boats (5 min)\n', 'Agenda', []],
    ['a table of topics', '| Topic | Timebox |\n| - | - |\n| Boats | 5 min |\n| Oars | 5 min |\n', 'Oars', []],
    ['a poll, at its question', `**POLL: Go on?**\n\n${COUNTS}`, 'Go on', []],
    ['a poll, in its counts', `**POLL: Go on?**\n\n${COUNTS}`, '7', []],
    ['a poll that is a list', 'POLL: Go on?\n\n* SF: 7\n* F: 4\n* N: 1\n* A: 0\n* SA: 0\n', 'Go on', []],
    ['action items, at their heading', '## Action items\n\n- Ann: write it\n- Bob: read it\n', 'Action items', []],
    ['decisions, at their heading', '## Decisions\n\n- It is out in May.\n', 'Decisions', []],
  ])('%s', (_what, text, words, left) => {
    const document = parse(text)
    expect(found(understand(document)).length).toBeGreaterThan(left.length)
    const after = overruled(document, words)
    // People below a label that says nothing may still be taken for others who speak, but for nothing else.
    expect(found(understand(after)).filter((one) => left.length > 0 || !one.startsWith('turn'))).toEqual(left)
    expect(print(after, { base: text })).toMatchObject({ text, exact: true })
  })

  test('said once more, it is taken back', () => {
    const document = parse(PEOPLE)
    expect(overruled(overruled(document, 'Attendees'), 'Attendees')).toEqual(changed(document, [], schema))
  })

  test('and goes where its line goes, as a person moves it', () => {
    const document = overruled(parse(TALK), 'hello')
    const moved: DocJson = { type: 'doc', content: document.content.toReversed() }
    expect(found(understand(moved))).toEqual(['person Ann', 'person Bob', 'turn Bob'])
  })
})
