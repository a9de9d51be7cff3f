import { describe, expect, test } from 'vitest'

import { parse } from '../../markdown/index.ts'
import { TALK, shownIn, readItem } from '../../testing/actions-shown.ts'
import { last } from '../../testing/there.ts'
import { Claims } from '../context.ts'
import { Roster } from '../people/roster.ts'
import { viewOf } from '../reading/index.ts'
import { type Understanding, understand } from '../understand.ts'
import { recogniseActions } from './recognise.ts'

describe('is not an action item', () => {
  test.each([
    ["Lee: I'll do it"],
    ['Lee: good idea - good action'],
    ['Lee: Next steps: go on with the work'],
    ['Lee: added as an action item for next week'],
    ['next step: somebody needs to write it up'],
    ['Next step is to ask'],
    ['[TODO: slides]'],
    ['TODO'],
    ['TODO list is long'],
    ['TODO: TODO'],
    ['AI policy: what may be written by machines'],
    ['AI tools are great'],
    ['[AI-generated] text'],
    ['Talk about AI: is it good?'],
    ['Actions: none'],
    ['ACTION: none. Open until it has landed.'],
    ['Action items: https://example.org/list'],
    ['Action item scribe: Lee'],
    ['The *action* of the form is to submit it'],
    ['action: the address to submit to'],
    ['Actions: the runners are slow'],
    ['`AI:` begins a line'],
    ['TODO before the release:'],
    ['action is probably nothing'],
    ['`ACTION` is a word'],
    ['Action item to discuss the page'],
    ['Action items to read'],
    ['Lee has an action item for Mary to read'],
  ])('%s', (item) => {
    expect(readItem(item)).toEqual([])
  })

  test('a heading', () => {
    expect(shownIn(`${TALK}\n## ACTION: write\n`)).toEqual([])
  })

  test('`AI:`, where somebody of these initials is there', () => {
    const view = viewOf(parse('# Weekly\n\nAI: I write the page\n\nLB: fine\n\nAI: thank you\n'))
    const at = { path: [0], from: 0, to: 0 }
    const ada = { name: 'Ada Ito', initials: 'AI', state: 'present', at } as const
    expect(recogniseActions({ view, roster: new Roster([ada]), claims: new Claims() })).toEqual([])
    expect(
      recogniseActions({ view: viewOf(view.document), roster: new Roster([]), claims: new Claims() }),
    ).toHaveLength(2)
  })
})

describe('what a person said of a line', () => {
  const withRole = (text: string, path: readonly number[], role: string): Understanding['actions'] => {
    const document = parse(text)
    const patch = (node: unknown, depth: number): unknown => {
      const { content = [], attrs, ...rest } = node as { content?: unknown[]; attrs?: object }
      if (depth === path.length) return { ...rest, content, attrs: { ...attrs, role } }
      const inner = content.map((child, index) => (index === path[depth] ? patch(child, depth + 1) : child))
      return { ...rest, ...(attrs === undefined ? {} : { attrs }), content: inner }
    }
    return understand(patch(document, 0) as typeof document).actions
  }

  test('makes any line an action item', () => {
    expect(withRole('# Weekly\n\nLee: I do it\n', [1], 'action')).toMatchObject([
      { form: 'said', carrier: { isSaid: true }, text: { value: 'I do it' }, owners: [{ value: 'Lee' }] },
    ])
  })

  test('unmakes one, and what is something else is none', () => {
    expect(withRole('# Weekly\n\nACTION: write\n', [1], 'plain')).toEqual([])
    expect(withRole('# Weekly\n\nACTION: write\n', [1], 'decision')).toEqual([])
  })
})

test('spans are those of the words', () => {
  const text = `${TALK}- ACTION: Lee and @mary to write, due 2027-05-04\n`
  const document = parse(text)
  const action = last(understand(document).actions)
  const line = 'ACTION: Lee and @mary to write, due 2027-05-04'
  const words = (span: { from: number; to: number } | null | undefined): string => line.slice(span?.from, span?.to)
  expect(words(action.text.at)).toBe('write')
  expect(action.owners.map(({ at }) => words(at))).toEqual(['Lee', 'mary'])
  expect(words(action.due?.at)).toBe('2027-05-04')
  expect(words(action.ownerPlace)).toBe('Lee and @mary to ')
  expect(words(action.parts.label)).toBe('ACTION: ')
  expect(words(action.parts.due)).toBe(', due 2027-05-04')
})
