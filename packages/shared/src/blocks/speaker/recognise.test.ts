import { describe, expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { linesOf } from '../../markdown/lines.ts'
import { understand } from '../understand.ts'
import type { Turn } from './speaker.ts'

const PRESENT = `## Present

- Ann Bell (AB)
- Bo Carr @boc
- Cem Díaz
- Cem Ek

## Notes

`

function turnsOf(notes: string, above = PRESENT): readonly Turn[] {
  return understand(linesOf(`# Meeting\n\n${above}${notes}\n`).document).turns
}

/** Who speaks, with whom the attendance means: nobody is `-`, several are `?`. */
function who(turns: readonly Turn[]): string[] {
  return turns.map(
    ({ written, who }) => `${written}: ${who.state === 'one' ? who.name : who.state === 'many' ? '?' : '-'}`,
  )
}

describe('people of the attendance speak', () => {
  test.each([
    ['Ann: hello', 'Ann: Ann Bell'],
    ['Ann Bell: hello', 'Ann Bell: Ann Bell'],
    ['AB: hello', 'AB: Ann Bell'],
    ['ann: hello', 'ann: Ann Bell'],
    ['- Ann: hello', 'Ann: Ann Bell'],
    ['**Ann**: hello', 'Ann: Ann Bell'],
    ['**Ann Bell:** hello', 'Ann Bell: Ann Bell'],
    ['- *Ann*: hello', 'Ann: Ann Bell'],
    ['> *Ann Bell:* hello', 'Ann Bell: Ann Bell'],
    ['@boc: hello', '@boc: Bo Carr'],
    ['boc: hello', 'boc: Bo Carr'],
    ['[name=Ann] hello', 'Ann: Ann Bell'],
    ['[Ann] hello', 'Ann: Ann Bell'],
    ['\\[Ann] - hello', 'Ann: Ann Bell'],
    ['<boc> hello', 'boc: Bo Carr'],
    ['Ann (remote): hello', 'Ann: Ann Bell'],
    ['Ann:hello', 'Ann: Ann Bell'],
    ['Ann:', 'Ann: Ann Bell'],
    ['Cem: hello', 'Cem: ?'],
    ['1. Ann: hello', 'Ann: Ann Bell'],
    ['Ann: `3+2i` is a number', 'Ann: Ann Bell'],
  ])('%s', (line, wanted) => {
    expect(who(turnsOf(line))).toEqual([wanted])
  })

  test('several at once', () => {
    const turns = turnsOf('AB, Bo: we agree\n\nAnn/Bo: we do\n\nAnn and Bo: so do we')
    expect(who(turns)).toEqual([
      'AB: Ann Bell',
      'Bo: Bo Carr',
      'Ann: Ann Bell',
      'Bo: Bo Carr',
      'Ann: Ann Bell',
      'Bo: Bo Carr',
    ])
  })

  test('on each line of a paragraph', () => {
    expect(who(turnsOf('Ann: one\nBo: two\nand more\nAnn: three'))).toEqual([
      'Ann: Ann Bell',
      'Bo: Bo Carr',
      'Ann: Ann Bell',
    ])
  })

  test('even if they are called like a word', () => {
    expect(who(turnsOf('May: hello', '## Present\n\n- May Ek\n\n## Notes\n\n'))).toEqual(['May: May Ek'])
  })
})

describe('nobody speaks', () => {
  test.each([
    '`Ann: hello`'.replaceAll('`', '```\n').replace('hello', 'hello\n'),
    '### Ann: hello',
    '| Ann: | hello |\n|-|-|\n| Bo: | hi |',
    'https://ann.example',
    'Note: Ann came',
    'Next steps: ask Ann',
    'AI: ask',
    'Q: why?',
    'PR: 12',
    '[Ann](https://ann.example) hello',
    '[x] Ann',
    'We met Ann: she is well',
    'Status: Ann works on it\n\nStatus: it goes on\n\nStatus: done',
    'AB: 9',
    'AB: 9 in room + 9 in chat',
  ])('%s', (notes) => {
    expect(who(turnsOf(notes))).toEqual([])
  })

  test('in the items of the agenda, but below them', () => {
    const text = '## Present\n\n- Ann: Acme\n\n## Agenda\n\n- Ann: the news\n  - Ann: I say\n- Ann: more\n'
    expect(turnsOf('', text).map(({ at }) => at.path.length)).toEqual([5])
  })
})

describe('people whom nobody has listed', () => {
  test('are believed to speak when three lines begin with the name', () => {
    expect(who(turnsOf('Dee: a\n\nEve: b\n\nDee: c'))).toEqual([])
    expect(who(turnsOf('Dee: a\n\nEve: b\n\nDee: c\n\nDee: d'))).toEqual(['Dee: -', 'Dee: -', 'Dee: -'])
  })

  test('pass by among others who speak', () => {
    const notes = 'Dee: a\nEve: b\nFay: c\nDee: d\nEve: e\nGus Holm: f\nFay: g\nDee: h\nEve: i\nFay: j\nStrange: k'
    expect(turnsOf(notes).map(({ written }) => written)).toContain('Gus Holm')
    expect(turnsOf(notes).map(({ written }) => written)).not.toContain('Strange')
  })

  test('are called by initials where others are', () => {
    expect(who(turnsOf('DE: a\n\nFG: b\n\nHI: c\n\nDE: d', ''))).toEqual(['DE: -', 'FG: -', 'HI: -', 'DE: -'])
    expect(who(turnsOf('DE: a\n\nFG: b', ''))).toEqual([])
  })

  test('may be written in small letters, too', () => {
    expect(who(turnsOf('Dee: a\n\ndee: b\n\nDee: c'))).toEqual(['Dee: -', 'dee: -', 'Dee: -'])
  })

  test('are named by the tool', () => {
    expect(who(turnsOf('- [name=dee] hello'))).toEqual(['dee: -'])
  })
})

test('says where the names are', () => {
  const [first, second] = turnsOf('**AB, Bo:** we agree')
  expect(first).toMatchObject({
    at: { from: 0, to: 2 },
    style: { frame: 'colon', mark: 'bold', isColonMarked: true, gap: ' ' },
  })
  expect(second).toMatchObject({ at: { from: 4, to: 7 } })
})

test('dots at the beginning of a line go on with who spoke last', () => {
  const [ann, bo] = turnsOf('Ann: one\n\n... two\n\n… three\n\nBo: four\n\n...\n\n### Other\n\n... five')
  expect(ann?.goesOn).toHaveLength(2)
  expect(bo?.goesOn).toEqual([])
})

describe('what a person has said', () => {
  const { document } = linesOf('Dee: hello\n\nAnn: hi\n\nPresent: Ann')
  const withRole = (index: number, role: string): DocJson => ({
    ...document,
    content: document.content.map((node, at) => (at === index ? { ...node, attrs: { role } } : node) as typeof node),
  })

  test('makes a line a turn', () => {
    expect(who(understand(withRole(0, 'speaker')).turns)).toContain('Dee: -')
  })

  test('makes it none', () => {
    expect(understand(withRole(1, 'plain')).turns).toEqual([])
  })
})
