import { describe, expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { parse } from '../../markdown/index.ts'
import { changeText, linesChanged } from '../../testing/change-text.ts'
import { last } from '../../testing/there.ts'
import type { Change } from '../change/change.ts'
import { Roster } from '../people/roster.ts'
import { understand } from '../understand.ts'
import type { Action } from './action.ts'
import { setDone, setDue } from './change.ts'
import { setOwners } from './set-owners.ts'
import { type ActionStyle, actionStyleOf } from './style.ts'

/** Names that the minutes know. */
const TALK = '# Weekly\n\nPresent: Ann, Lee\n\n- Ann: good morning\n- Lee: hello\n'

type Edit = (document: DocJson, action: Action, style: ActionStyle) => readonly Change[]

/** What a diff shows after a change of the last action item. */
function diff(text: string, edit: Edit): readonly string[] {
  const after = changeText(text, (document) => {
    const { actions } = understand(document)
    return edit(document, last(actions), actionStyleOf(document, actions))
  })
  return linesChanged(text, after)
}

/** The same for one item among talk; the new line without its bullet. */
function line(item: string, edit: Edit): string {
  const lines = diff(`${TALK}- ${item}\n- Ann: goodbye\n`, edit)
  expect(lines).toHaveLength(2)
  return last(lines).replace(/^\+- /, '')
}

function lastAction(text: string): Action {
  return last(understand(parse(text)).actions)
}

describe('done', () => {
  test.each([
    ['[ ] @ann: write', '[x] @ann: write'],
    ['[] Lee - write', '[x] Lee - write'],
    ['ACTION: Lee to write', '[x] ACTION: Lee to write'],
    ['Ann: more talk. **ACTION ITEM**', 'Ann: ~~more talk.~~ **ACTION ITEM**'],
  ])('%s', (item, wanted) => {
    expect(line(item, (document, action, style) => setDone(document, action, true, style))).toBe(wanted)
    expect(lastAction(`${TALK}- ${wanted}\n`).done).toBe(true)
  })

  test.each([
    ['[x] @ann: write', '[ ] @ann: write'],
    ['ACTION: ~~write~~', 'ACTION: write'],
    ['ACTION: Lee to write [DONE]', 'ACTION: Lee to write'],
    ['✅ ACTION: write', 'ACTION: write'],
  ])('and open again: %s', (item, wanted) => {
    expect(line(item, (document, action, style) => setDone(document, action, false, style))).toBe(wanted)
    expect(lastAction(`${TALK}- ${wanted}\n`).done).toBe(false)
  })

  test('changes one line of a list, whatever it has of boxes', () => {
    const text = '## Action items\n\n* [ ] Lee: write\n* [x] Ann: read\n* print\n\nThe end.\n'
    expect(diff(text, (document, action, style) => setDone(document, action, true, style))).toEqual([
      '-* print',
      '+* [x] print',
    ])
  })

  test('strikes a paragraph, with the rows that go on', () => {
    const text = '## TODOs\n\nRD: Write.\n\nRD: Read it\nand print it.\n'
    expect(diff(text, (document, action, style) => setDone(document, action, true, style))).toEqual([
      '-RD: Read it',
      '-and print it.',
      '+RD: ~~Read it',
      '+and print it.~~',
    ])
  })

  test('does it as the file does it', () => {
    const text = '## Action items\n\n- Lee: write [DONE]\n- Ann: read\n'
    expect(diff(text, (document, action, style) => setDone(document, action, true, style))).toEqual([
      '-- Ann: read',
      '+- Ann: read [DONE]',
    ])
  })

  test('changes nothing where it is so already', () => {
    const text = '## Action items\n\n- [x] Lee: write\n'
    expect(diff(text, (document, action) => setDone(document, action, true))).toEqual([])
  })
})

describe('owners', () => {
  test.each([
    ['ACTION: write', 'ACTION: Lee: write'],
    ['ACTION ITEM - write', 'ACTION ITEM - Lee - write'],
    ['**[ACTION]** write', '**[ACTION - Lee]** write'],
    ['[ ] @ann write', '[ ] @Lee write'],
    ['Ann: more talk. **ACTION ITEM**', 'Ann: more talk. **ACTION ITEM**: Lee'],
    ['AI(ann): write', 'AI(Lee): write'],
    ['AI(): write', 'AI(Lee): write'],
    ['ACTION: Ann to write', 'ACTION: Lee to write'],
    ['ACTION: Ann and Zoe to write', 'ACTION: Lee to write'],
    ['**ACTION - Ann**: write', '**ACTION - Lee**: write'],
    ['**ACTION** - Ann - write', '**ACTION** - Lee - write'],
    ['ACTION Ann: write', 'ACTION Lee: write'],
    ['AI Ann: write', 'AI: Lee: write'],
    ['ACTION: write (@ann)', 'ACTION: write (@Lee)'],
    ['ACTION: write - Ann', 'ACTION: write - Lee'],
    ['ACTION: Unclaimed: write', 'ACTION: Lee: write'],
    ['[ ] **Ann** - write', '[ ] **Lee** - write'],
  ])('in the place that the line has: %s', (item, wanted) => {
    expect(line(item, (document, action) => setOwners(document, action, ['Lee']))).toBe(wanted)
    expect(lastAction(`${TALK}- ${wanted}\n`).owners.map(({ value }) => value)).toEqual(['Lee'])
  })

  test.each([
    ['ACTION: Ann to write', 'ACTION: Lee, Ann and Zoe to write'],
    ['ACTION: Ann: write', 'ACTION: Lee, Ann, Zoe: write'],
    ['ACTION: Ann/Lee: write', 'ACTION: Lee/Ann/Zoe: write'],
    ['AI(ann): write', 'AI(Lee, Ann, Zoe): write'],
    ['[ ] @ann write', '[ ] @Lee, @Ann, @Zoe write'],
  ])('several: %s', (item, wanted) => {
    expect(line(item, (document, action) => setOwners(document, action, ['Lee', 'Ann', 'Zoe']))).toBe(wanted)
    expect(lastAction(`${TALK}- ${wanted}\n`).owners).toHaveLength(3)
  })

  test.each([
    ['ACTION: Ann to write', 'ACTION: write'],
    ['ACTION: Ann: write', 'ACTION: write'],
    ['AI(ann): write', 'AI: write'],
    ['AI(ann) write', 'AI: write'],
    ['**ACTION - Ann**: write', '**ACTION**: write'],
    ['**AI @ann** write', '**AI** write'],
    ['ACTION: write (@ann)', 'ACTION: write'],
  ])('none: %s', (item, wanted) => {
    expect(line(item, (document, action) => setOwners(document, action, []))).toBe(wanted)
    expect(lastAction(`${TALK}- ${wanted}\n`)).toMatchObject({ owners: [], text: { value: 'write' } })
  })

  test('none in a check box: a person says that it is still an action item', () => {
    const document = parse(`${TALK}- [ ] @ann write\n`)
    const action = last(understand(document).actions)
    expect(setOwners(document, action, [])).toContainEqual(
      expect.objectContaining({ type: 'attrs', attrs: { role: 'action' } }),
    )
  })

  test('as the others of the file are written', () => {
    const sentence = '## Action items\n\n- Ann to write\n- Lee to read\n- Print the page\n'
    const edit: Edit = (document, action, style) => setOwners(document, action, ['Zoe'], style)
    expect(diff(sentence, edit)).toEqual(['-- Print the page', '+- Zoe to print the page'])
    expect(diff(`${TALK}- AI(Ann): write\n- AI: read\n`, edit)).toEqual(['-- AI: read', '+- AI(Zoe): read'])
    expect(diff('## Actions\n\n- [ ] @ann write\n- [ ] read\n', edit)).toEqual(['-- [ ] read', '+- [ ] @Zoe read'])
  })

  test('by the handle that the attendance has, else by the name', () => {
    const at = { path: [0], from: 0, to: 0 }
    const roster = new Roster([
      { name: 'Zoe Hill', handle: 'zhill', state: 'present', at },
      { name: 'Max Moss', state: 'present', at },
    ])
    const by =
      (...names: string[]): Edit =>
      (document, action, style) =>
        setOwners(document, action, names, style, roster)
    expect(line('[ ] @ann write', by('Zoe Hill'))).toBe('[ ] @zhill write')
    expect(line('ACTION: write (@ann)', by('Zoe Hill', 'Max Moss'))).toBe('ACTION: write (Zoe Hill, Max Moss)')
    const list = `${TALK}\n## Actions\n\n- [ ] @ann write\n- [ ] read\n`
    expect(diff(list, by('Zoe Hill'))).toEqual(['-- [ ] read', '+- [ ] @zhill read'])
    expect(diff(list, by('Max Moss'))).toEqual(['-- [ ] read', '+- [ ] Max Moss: read'])
    expect(diff('## Actions\n\n- [ ] @ann write\n', by('Max Moss'))).toEqual([
      '-- [ ] @ann write',
      '+- [ ] Max Moss: write',
    ])
  })

  test('a name that begins the text stays as it is', () => {
    const text = '## Action items\n\n- Ann to write\n- GitHub needs a look\n'
    expect(diff(text, (document, action, style) => setOwners(document, action, ['Zoe'], style))[1]).toBe(
      '+- Zoe: GitHub needs a look',
    )
  })
})

describe('due', () => {
  test.each([
    ['ACTION: write', 'ACTION: write (due 2027-05-04)'],
    ['ACTION: write - Lee', 'ACTION: write (due 2027-05-04) - Lee'],
    ['Ann: more talk. **ACTION ITEM**', 'Ann: more talk. (due 2027-05-04) **ACTION ITEM**'],
    ['ACTION: write by 2026-01-01', 'ACTION: write by 2027-05-04'],
    ['ACTION: write, due 1 January 2026', 'ACTION: write, due 4 May 2027'],
    ['ACTION: write (due: January 1, 2026)', 'ACTION: write (due: May 4, 2027)'],
  ])('%s', (item, wanted) => {
    expect(line(item, (document, action) => setDue(document, action, '2027-05-04'))).toBe(wanted)
    expect(lastAction(`${TALK}- ${wanted}\n`).due?.value).toBe('2027-05-04')
  })

  test.each([
    ['ACTION: write (due 2026-01-01)', 'ACTION: write'],
    ['ACTION: Lee to write, due 1 January 2026', 'ACTION: Lee to write'],
    ['ACTION: write (due 2026-01-01) - Lee', 'ACTION: write - Lee'],
  ])('none: %s', (item, wanted) => {
    expect(line(item, (document, action) => setDue(document, action, null))).toBe(wanted)
  })

  test('in the form that the file has', () => {
    const text = '## Actions\n\n- Lee: write by 1 January 2026\n- Ann: read\n'
    expect(diff(text, (document, action, style) => setDue(document, action, '2027-05-04', style))[1]).toBe(
      '+- Ann: read (due 4 May 2027)',
    )
  })
})
