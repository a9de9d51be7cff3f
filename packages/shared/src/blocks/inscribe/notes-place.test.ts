import { describe, expect, test } from 'vitest'

import type { BlockJson, DocJson } from '../../document/node.ts'
import { minutesSchema } from '../../document/schema.ts'
import { parse, print } from '../../markdown/index.ts'
import { there } from '../../testing/there.ts'
import { changed } from '../change/apply.ts'
import { nodeAt } from '../path.ts'
import { agendaRefs } from './agenda-refs.ts'
import { type NotesForm, notesPlaceOf, PLAIN_NOTES } from './notes-place.ts'

const schema = minutesSchema()

/** Where the caret goes for the agenda item of this name, shown in the printed text. */
function caretAt(document: DocJson, name: string, form: NotesForm = PLAIN_NOTES): string {
  const item = agendaRefs(document).find(({ text }) => text === name) ?? { item: 'none', text: name }
  const { changes, at } = notesPlaceOf(document, item, form)
  const after = changed(document, changes, schema)
  const block = nodeAt(after, at.path)
  expect(block?.type).toBe('paragraph')
  // Made, the place is there.
  expect(notesPlaceOf(after, item, form)).toEqual({ changes: [], at })
  const caret = {
    type: 'text',
    at: { path: at.path, from: at.from, to: at.from },
    content: [{ type: 'text', text: '‸' }],
  } as const
  return print(changed(after, [caret], schema)).text
}

function shown(text: string, name: string, form?: NotesForm): string {
  return caretAt(parse(text), name, form)
}

const AGENDA = '## Agenda\n\n- Hinges\n- Lids (5 minutes)\n- Springs\n\n'

describe('the notes of an agenda item go on', () => {
  test.each([
    [
      '## Notes\n\n### Hinges\n\nAnn: so.\n\n### Lids\n\nBob: no.\n',
      '## Notes\n\n### Hinges\n\nAnn: so.‸\n\n### Lids\n\nBob: no.\n',
    ],
    [
      '## Notes\n\n### Hinges\n\n- Ann: so.\n  - Bob: no.\n\n### Lids\n',
      '## Notes\n\n### Hinges\n\n- Ann: so.\n  - Bob: no.‸\n\n### Lids\n',
    ],
    ['## Notes\n\n### Hinges (Ann, 10 min)\n\nAnn: so.\n', '## Notes\n\n### Hinges (Ann, 10 min)\n\nAnn: so.‸\n'],
    [
      '## Notes\n\n### Hinges\n\n| a |\n| --- |\n| 1 |\n\n### Lids\n',
      '## Notes\n\n### Hinges\n\n| a |\n| --- |\n| 1 |\n\n‸\n\n### Lids\n',
    ],
    ['## Notes\n\n- Hinges\n  - Ann: so.\n- Lids\n', '## Notes\n\n- Hinges\n  - Ann: so.‸\n- Lids\n'],
    ['## Notes\n\n- Hinges\n- Lids\n', '## Notes\n\n- Hinges\n  - ‸\n- Lids\n'],
    [
      '**Notes**\n\n**Hinges**\n\nAnn: so.\n\n## Next steps\n',
      '**Notes**\n\n**Hinges**\n\nAnn: so.‸\n\n## Next steps\n',
    ],
  ])('behind what is written of it: %j', (notes, expected) => {
    expect(shown(AGENDA + notes, 'Hinges')).toBe(AGENDA + expected)
  })

  test('in the agenda, where the notes are written into it', () => {
    const within = '## Agenda\n\n### Hinges\n\nAnn: so.\n\n### Lids\n'
    expect(shown(within, 'Hinges')).toBe(within.replace('so.', 'so.‸'))
    expect(shown(within, 'Lids')).toBe(`${within}\n- ‸\n`)
    const items =
      '## Agenda and notes\n\n- Hinges [5 min]\n  - Ann: I think so.\n  - Bob: we have no tin.\n- Lids [5 min]\n'
    expect(shown(items, 'Hinges')).toBe(items.replace('tin.', 'tin.‸'))
    expect(shown(items, 'Lids')).toBe(`${items}  - ‸\n`)
  })

  test('in the agenda, also where questions have a heading behind it', () => {
    const said = '  - Ann has said nothing more about it.\n  - No update.\n'
    const text = `## Agenda\n\n### hinges/hinge\n\n- Use brass\n${said}- Use tin\n  - No news.\n\n## Q&A, Other\n`
    expect(shown(text, 'Use brass')).toBe(text.replace('update.', 'update.‸'))
  })

  test('but not in a list of what was not reached, nor in the agenda of another meeting', () => {
    const text = `${AGENDA}## Notes\n\n## Topics for the next meeting\n\n- Hinges\n\n## Not reached\n\n- Hinges\n`
    expect(shown(text, 'Hinges')).toBe(text.replace('## Notes\n', '## Notes\n\n### Hinges\n\n- ‸\n'))
  })
})

describe('where there is no place one is made in the order of the agenda', () => {
  test.each([
    [
      '## Notes\n\n### Hinges\n\nAnn: so.\n\n### Springs\n',
      '## Notes\n\n### Hinges\n\nAnn: so.\n\n### Lids\n\n- ‸\n\n### Springs\n',
    ],
    ['## Notes\n\n#### Springs\n', '## Notes\n\n#### Lids\n\n- ‸\n\n#### Springs\n'],
    [
      '## Notes\n\n- Hinges\n  - Ann: so.\n- Springs\n',
      '## Notes\n\n- Hinges\n  - Ann: so.\n- Lids\n  - ‸\n- Springs\n',
    ],
    ['## Notes\n\n## Action items\n', '## Notes\n\n### Lids\n\n- ‸\n\n## Action items\n'],
    ['## Action items\n', '### Lids\n\n- ‸\n\n## Action items\n'],
  ])('like its neighbours, or in house style: %j', (notes, expected) => {
    expect(shown(AGENDA + notes, 'Lids')).toBe(AGENDA + expected)
  })

  const inItems: NotesForm = { topicLevel: 0, areItems: true, head: null }

  test('as an item of the notes, before what is to be done', () => {
    expect(shown(`${AGENDA}### Notes\n\n- Action Items\n`, 'Lids', inItems)).toBe(
      `${AGENDA}### Notes\n\n- Lids\n  - ‸\n- Action Items\n`,
    )
    expect(shown(`${AGENDA}### Notes\n`, 'Lids', inItems)).toBe(`${AGENDA}### Notes\n\n- Lids\n  - ‸\n`)
  })

  test('with the heading of the notes, where the style has one', () => {
    const form: NotesForm = { topicLevel: 3, areItems: false, head: { level: 2, text: 'Notes' } }
    expect(shown(AGENDA, 'Lids', form)).toBe(`${AGENDA}## Notes\n\n### Lids\n\n‸\n`)
  })

  test('in place of the empty line that waits for notes', () => {
    const document = parse(`${AGENDA}## Notes\n`)
    const blank: BlockJson = { type: 'paragraph' }
    const waiting: DocJson = { ...document, content: [...document.content, blank] }
    expect(caretAt(waiting, 'Lids')).toBe(`${AGENDA}## Notes\n\n### Lids\n\n- ‸\n`)
    const item = there(agendaRefs(waiting)[1])
    expect(changed(waiting, notesPlaceOf(waiting, item).changes, schema).content).not.toContainEqual(blank)
  })

  test('also for an item that the agenda does not have', () => {
    expect(shown(`${AGENDA}## Notes\n\n### Hinges\n`, 'Any other business')).toBe(
      `${AGENDA}## Notes\n\n### Hinges\n\n### Any other business\n\n- ‸\n`,
    )
  })
})
