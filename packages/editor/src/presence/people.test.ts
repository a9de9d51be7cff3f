import { seenAs } from '@plenary/shared/meeting'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { peopleOf } from './people.ts'
import { knownAs } from './person.ts'

let mine: Awareness
const open: Awareness[] = []

function awareness(): Awareness {
  const made = new Awareness(new Y.Doc())
  open.push(made)
  return made
}

beforeEach(() => {
  mine = awareness()
  mine.setLocalStateField('user', { id: 'me', name: 'Zoe', color: '#d92a38' })
})

afterEach(() => {
  for (const made of open.splice(0)) made.destroy()
})

function join(id: string, name: string): Awareness {
  const other = awareness()
  other.setLocalStateField('user', { id, name, color: '#0e78ae' })
  tell(other)
  return other
}

function tell(other: Awareness): void {
  applyAwarenessUpdate(mine, encodeAwarenessUpdate(other, [other.clientID]), 'remote')
}

test('I come first, the others by name, and somebody with two tabs once', () => {
  const people = peopleOf(mine)
  people.subscribe(() => undefined)
  join('b', 'Bob')
  join('a', 'Ann')
  join('a', 'Ann')
  join('me', 'Zoe')
  expect(people.get().map(({ name, isMe }) => [name, isMe])).toEqual([
    ['Zoe', true],
    ['Ann', false],
    ['Bob', false],
  ])
})

test('moving carets are no news, coming and going is', () => {
  const people = peopleOf(mine)
  const listener = vi.fn<() => void>()
  people.subscribe(listener)
  const bob = join('b', 'Bob')
  expect(listener).toHaveBeenCalledTimes(1)
  const before = people.get()
  bob.setLocalStateField('cursor', 1)
  tell(bob)
  expect(people.get()).toBe(before)
  expect(listener).toHaveBeenCalledTimes(1)
  bob.setLocalState(null)
  tell(bob)
  expect(listener).toHaveBeenCalledTimes(2)
  expect(people.get().map(({ name }) => name)).toEqual(['Zoe'])
})

test('a guest is known as one, by the word of the server alone', () => {
  const people = peopleOf(mine)
  people.subscribe(() => undefined)
  const bob = join('b', 'Bob')
  bob.setLocalStateField('user', { id: 'b', name: 'Bob', color: '#0e78ae', guest: true })
  tell(bob)
  expect(people.get().map(({ guest }) => guest)).toEqual([undefined, true])
  const user = { id: 'browser', name: 'B', color: '#0e78ae' }
  expect(knownAs(user, { id: 'p', name: 'Bob', kind: 'guest' })).toEqual({ ...user, id: 'p', name: 'Bob', guest: true })
  expect(knownAs(user, { id: 'p', name: 'Bob', kind: 'github' })).toEqual({ ...user, id: 'p', name: 'Bob' })
  expect(knownAs(user, null)).toBe(user)
})

test.each(['guest', 'openid'] as const)(
  'of somebody whom the server knows as %s a page says what the server would',
  (kind) => {
    const person = { id: 'p'.repeat(26), name: `Dr. Ann "Lee" ${'x'.repeat(60)}`, kind }
    const user = { id: 'browser', name: 'A', color: '#0e78ae' }
    expect(knownAs(user, person)).toEqual(seenAs(person, user.color))
  },
)
