import { describe, expect, test } from 'vitest'

import type { DocJson } from '../document/node.ts'
import { actionOf, attendanceOf, attendeeOf, pollOf, turnOf, understood, written } from '../testing/understanding.ts'
import type { Resolution } from './people/roster.ts'
import { problemsIn } from './problems.ts'
import type { Understanding } from './understand.ts'

const DOCUMENT: DocJson = { type: 'doc', content: [] }
const ANN = [attendanceOf(attendeeOf('Ann Bell'))]
const BOTH: Resolution = { state: 'many', names: ['Ann Bell', 'Abe Bly', 'Al Bo'] }

function problems(found: Partial<Understanding>, who?: (written: string) => Resolution): string[] {
  return problemsIn(DOCUMENT, understood(found, who)).map(
    ({ kind, sentence, at }) => `${at.path.join('.')} ${kind}: ${sentence}`,
  )
}

describe('what minutes leave open', () => {
  test('is an action item that nobody has taken, unless it is done', () => {
    const actions = [
      actionOf([2], 'write it up'),
      actionOf([0], 'call them', { owners: [written('Ann')] }),
      actionOf([1], 'book a room', { done: true }),
    ]
    expect(problems({ actions })).toEqual(['2 action-without-owner: Nobody has taken this action item: “write it up”.'])
  })

  test('is a poll without an outcome', () => {
    const polls = [pollOf([1], 'Ship?'), pollOf([0], 'Merge?', { outcome: written('consensus') }), pollOf([3], '')]
    expect(problems({ polls })).toEqual([
      '1 poll-without-outcome: This poll has no outcome: “Ship?”.',
      '3 poll-without-outcome: This poll has no outcome.',
    ])
  })

  test('is who speaks and is not listed, once', () => {
    const turns = [
      turnOf([5], 'Cem'),
      turnOf([2], 'Cem'),
      turnOf([3], 'CD'),
      turnOf([4], 'AB', BOTH),
      turnOf([1], 'Ann', { state: 'one', name: 'Ann Bell' }),
    ]
    expect(problems({ attendances: ANN, turns })).toEqual([
      '2 unlisted-speaker: Cem speaks, but is not listed as present.',
      "3 unknown-initials: “CD” are nobody's initials who is listed.",
      '4 ambiguous-name: “AB” could be Ann Bell, Abe Bly or Al Bo.',
    ])
  })

  test('is no speaker where nobody is listed', () => {
    expect(problems({ turns: [turnOf([0], 'Cem'), turnOf([1], 'CD')] })).toEqual([])
  })

  test('is an owner or note taker whose initials fit nobody, or several; but anybody can be asked to do something', () => {
    const who = (name: string): Resolution => (name === 'AB' ? BOTH : { state: 'none' })
    const actions = [
      actionOf([1], 'x', { owners: [written('CD', [1]), written('AB', [1], 4), written('Somebody', [1], 8)] }),
    ]
    expect(problems({ attendances: ANN, actions, noteTakers: [written('EF', [0])] }, who)).toEqual([
      "0 unknown-initials: “EF” are nobody's initials who is listed.",
      "1 unknown-initials: “CD” are nobody's initials who is listed.",
      '1 ambiguous-name: “AB” could be Ann Bell, Abe Bly or Al Bo.',
    ])
  })
})
