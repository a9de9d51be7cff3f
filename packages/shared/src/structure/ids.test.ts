import { describe, expect, test } from 'vitest'

import { actionOf, decisionOf, pollOf, written } from '../testing/understanding.ts'
import { idsOf, type Referred } from './ids.ts'

function ids(...things: Referred[]): (string | undefined)[] {
  const found = idsOf(things, ({ carrier: { path, row } }) => ({ path, from: row }))
  return things.map((thing) => found.get(thing))
}

const on = (path: readonly number[], id: string | null, row = 0) => ({ carrier: { path, row, id, isSaid: false } })

describe('the id of what minutes say', () => {
  test('is that of its node, with a number from the second on', () => {
    const things = [
      decisionOf([0], 'b', on([0], 'abc', 1)),
      actionOf([0], 'a', on([0], 'abc', 0)),
      actionOf([0], 'c', on([0], 'abc', 2)),
      actionOf([1], 'd', on([1], 'xyz')),
    ]
    expect(ids(...things)).toEqual(['abc-2', 'abc', 'abc-3', 'xyz'])
  })

  test('is told apart where two people at once have made two nodes of one', () => {
    expect(ids(actionOf([0], 'a', on([0], 'abc')), actionOf([5], 'a', on([5], 'abc')))).toEqual(['abc', 'abc-2'])
  })

  test('comes from what it says where the node has none: edits around it, a tick and another owner leave it', () => {
    const [id] = ids(actionOf([3], 'write it up'))
    expect(id).toMatch(/^[0-9a-f]{10}$/)
    const later = actionOf([7], 'write  it\nup', { done: true, owners: [written('Ann')] })
    expect(ids(actionOf([0], 'another'), later)[1]).toBe(id)
    expect(ids(actionOf([3], 'write it down'))).not.toEqual([id])
  })

  test('is of its kind', () => {
    const [action, decision, poll] = ids(actionOf([0], 'x'), decisionOf([1], 'x'), pollOf([2], 'x'))
    expect(new Set([action, decision, poll]).size).toBe(3)
  })

  test('is another for each of several that say the same, in their order', () => {
    const [first, second] = ids(actionOf([0], 'x'), actionOf([1], 'x'))
    expect(second).toBe(`${first}-2`)
  })

  test('of polls without a question comes from what could be voted for', () => {
    const options = (...labels: string[]) => ({
      options: labels.map((label) => ({ label, count: written<number | null>(1) })),
    })
    const [one, other] = ids(pollOf([0], '', options('F', 'A')), pollOf([1], '', options('yes', 'no')))
    expect(one).not.toBe(other)
  })
})
