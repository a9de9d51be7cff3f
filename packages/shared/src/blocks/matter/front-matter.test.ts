import { describe, expect, test } from 'vitest'

import { minutesSchema } from '../../document/schema.ts'
import { parse, print } from '../../markdown/index.ts'
import { changed } from '../change/apply.ts'
import { frontMatterOf } from './front-matter.ts'
import { setMatter } from './write.ts'

const SOURCE = `title: "Weekly: screws"
# who and where
tags: a, b # two of them
location: 'Ann''s room'
date: 2027-05-04
empty:
participants:
- Ann
- "Bob: C"
-   Cem  # remote
people:
  - name: Dan
    org: Acme
  - Eve
flow: [a, "b, c", 'd''e']
long: [a,
  b]
text: |
  x: y
nested:
  a: b
wrapped: one
  two
`

function entry(key: string, source = SOURCE) {
  return frontMatterOf(parse(`---\n${source}---\n`))?.entries.find((each) => each.key === key)
}

test.each([
  ['title', 'scalar', ['Weekly: screws']],
  ['tags', 'scalar', ['a, b']],
  ['location', 'scalar', ["Ann's room"]],
  ['date', 'scalar', ['2027-05-04']],
  ['empty', 'blank', []],
  ['participants', 'list', ['Ann', 'Bob: C', 'Cem']],
  ['flow', 'flow', ['a', 'b, c', "d'e"]],
  ['long', 'flow', ['a', 'b']],
  ['text', 'other', []],
  ['nested', 'other', []],
  ['wrapped', 'scalar', ['one two']],
])('%s is read as %s', (key, form, values) => {
  expect(entry(key)).toMatchObject({ form })
  expect(entry(key)!.values.map(({ text }) => text)).toEqual(values)
})

test('items may have fields', () => {
  const [dan, eve] = entry('people')!.values
  expect(Object.fromEntries([...(dan?.fields ?? [])].map(([key, { text }]) => [key, text]))).toEqual({
    name: 'Dan',
    org: 'Acme',
  })
  expect(eve).toMatchObject({ text: 'Eve', fields: null })
})

test('places are those of what is written, quotes and comments aside', () => {
  const written = (key: string): string[] => entry(key)!.values.map(({ at }) => SOURCE.slice(at.from, at.to))
  expect(written('title')).toEqual(['Weekly: screws'])
  expect(written('tags')).toEqual(['a, b'])
  expect(written('participants')).toEqual(['Ann', 'Bob: C', 'Cem'])
  const { at } = entry('participants')!
  expect(SOURCE.slice(at.from, at.to)).toBe('participants:\n- Ann\n- "Bob: C"\n-   Cem  # remote')
})

test('minutes without front matter have none', () => {
  expect(frontMatterOf(parse('# Call\n'))).toBe(null)
})

test('front matter is found again where somebody has put a block above it', () => {
  const { content } = parse('---\ntitle: Weekly\n---\n')
  expect(frontMatterOf({ type: 'doc', content })?.entries[0]?.value.path).toEqual([0])
  const below = frontMatterOf({ type: 'doc', content: [{ type: 'paragraph' }, ...content] })
  expect(below?.path).toEqual([1])
  expect(below?.entries[0]?.value.path).toEqual([1])
})

describe('a value is set by line', () => {
  const set = (text: string, key: string, value: string): string => {
    const document = parse(text)
    return print(changed(document, setMatter(document, key, value), minutesSchema()), { base: text }).text
  }
  test.each([
    ['title: Old # note\ntags: a\n', 'title', 'New', 'title: New # note\ntags: a\n'],
    ['title: "Old"\n', 'title', 'Say "hi"', 'title: "Say \\"hi\\""\n'],
    ["title: 'Old'\n", 'title', "Ann's", "title: 'Ann''s'\n"],
    ['title: Old\n', 'title', 'a: b', 'title: "a: b"\n'],
    ['title: Old\n', 'title', '@ann', 'title: "@ann"\n'],
    ['title: Old\n', 'title', 'yes', 'title: "yes"\n'],
    ['scribe:\ntags: a\n', 'scribe', 'Ann', 'scribe: Ann\ntags: a\n'],
    ['tags: a\n', 'scribe', 'Ann', 'tags: a\nscribe: Ann\n'],
  ])('%j', (source, key, value, after) => {
    expect(set(`---\n${source}---\n\n# Call\n`, key, value)).toBe(`---\n${after}---\n\n# Call\n`)
  })

  test('and front matter is made where there is none', () => {
    expect(set('# Call\n', 'scribe', 'Ann')).toBe('---\nscribe: Ann\n---\n\n# Call\n')
  })
})
