import { describe, expect, test } from 'vitest'

import { nextNoteTakers, pastNoteTaking } from '../ledger/index.ts'
import { CORPUS, CORPUS_NOTE } from '../testing/corpus.ts'
import { there } from '../testing/there.ts'
import { describeText } from './describe.ts'

/** Three meetings of one group, each with a line that says who took the notes. */
const OWN: readonly string[] = [
  '# Hinge team 2027-03-02\n\nPresent: Ann, Bob, Cem\n\n* Note-taker: Cem\n',
  '# Hinge team 2027-02-02\n\nPresent: Ann, Bob, Cem\n\n* Note-taker: Ann\n',
  '# Hinge team 2027-02-16\n\nPresent: Ann, Bob, Cem\n\n* Note-taker: Bob\n',
]

const NAMED = /^\* Note-taker: (\S+)$/m

const REAL: readonly string[] = CORPUS.filter(
  ({ name, text }) => name.startsWith('rust-lang+lang-team/') && NAMED.test(text),
).map(({ text }) => text)

const groups = [{ name: 'our own', texts: OWN }, ...(REAL.length === 3 ? [{ name: 'real ones', texts: REAL }] : [])]

describe(`the rotation over three meetings of a group: ${CORPUS_NOTE}`, () => {
  test.each(groups)('asks first who took notes longest ago: $name', ({ texts }) => {
    const meetings = texts.map((text, index) => describeText(text, { id: `m${index}`, name: 'Call' }).structure)
    // As anybody reads it in the files, whatever is understood of them.
    const turns = texts.map((text) => ({
      name: there(NAMED.exec(text)?.[1]),
      date: /\d{4}-\d{2}-\d{2}/.exec(text)![0],
    }))
    const expected = turns.toSorted((a, b) => (a.date < b.date ? -1 : 1)).map(({ name }) => name)
    const present = turns.map(({ name }) => ({ name }))
    const past = pastNoteTaking(meetings)
    expect(nextNoteTakers({ past, present }).map(({ person }) => person.name)).toEqual(expected)
    expect(
      nextNoteTakers({ past, present, passed: present.filter(({ name }) => name === expected[0]) })[0]?.person.name,
    ).toBe(expected[1])
    expect(nextNoteTakers({ past, present: [...present, { name: 'Zoe Quill' }] })[0]).toMatchObject({
      person: { name: 'Zoe Quill' },
      fact: 'never took notes',
    })
  })
})
