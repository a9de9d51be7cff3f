import { type Person, seenAs } from '@plenary/shared/meeting'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { Badge } from './badge.ts'

const ANN: Person = { id: 'a'.repeat(26), kind: 'github', name: 'Ann "Lee" \\' }
const MINE = { id: ANN.id, name: ANN.name, color: '#d92a38' }

const anybody = (): boolean => true

function updateOf(state: string, clock = 1): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, 7, clock]) encoding.writeVarUint(encoder, number)
    encoding.writeVarString(encoder, state)
  })
}

/** What pages understand of it. */
function told(update: Uint8Array | undefined): unknown {
  const awareness = new Awareness(new Y.Doc())
  if (update !== undefined) applyAwarenessUpdate(awareness, update, undefined)
  const state = awareness.getStates().get(7)
  awareness.destroy()
  return state
}

test('[PR5] what is right passes as it came, the first time and later', () => {
  const badge = new Badge()
  for (let clock = 1; clock < 4; clock++) {
    const update = updateOf(JSON.stringify({ user: MINE, cursor: { clock } }), clock)
    expect(badge.on(update, ANN, anybody)).toBe(update)
  }
  const gone = updateOf('null', 9)
  expect(badge.on(gone, ANN, anybody)).toBe(gone)
})

test.each(['guest', 'openid'] as const)('[PR5] what a page says of who is known as %s passes as it came', (kind) => {
  const person: Person = { ...ANN, kind }
  const update = updateOf(JSON.stringify({ user: seenAs(person, MINE.color), cursor: 1 }))
  expect(new Badge().on(update, person, anybody)).toBe(update)
})

test.each([
  JSON.stringify({ user: { ...MINE, id: 'b'.repeat(26) }, cursor: null }),
  JSON.stringify({ user: { ...MINE, role: 'chair' }, cursor: null }),
  JSON.stringify({ cursor: null, user: { name: 'Bob' } }),
  JSON.stringify({ user: 'Bob' }),
  JSON.stringify({ user: null }),
  JSON.stringify({ user: ['Bob'] }),
  `{"user":${JSON.stringify(MINE)},"cursor":null,"user":{"name":"Bob"}}`,
  `{"user":${JSON.stringify(MINE)},"\\u0075ser":{"name":"Bob"}}`,
  `{"user":${JSON.stringify(MINE)}, "us\\u0065r" :{"name":"Bob"}}`,
  `{"user":${JSON.stringify(MINE)} ,"cursor":null}`,
])('[PR5] what was right before is not taken for granted: %s', (state) => {
  const badge = new Badge()
  badge.on(updateOf(JSON.stringify({ user: MINE, cursor: 1 })), ANN, anybody)
  expect(told(badge.on(updateOf(state), ANN, anybody))).toMatchObject({ user: { id: ANN.id, name: ANN.name } })
})

test('[PR5] a new name counts at once', () => {
  const badge = new Badge()
  const update = updateOf(JSON.stringify({ user: MINE, cursor: 1 }))
  badge.on(update, ANN, anybody)
  expect(told(badge.on(update, { ...ANN, name: 'Anna' }, anybody))).toMatchObject({ user: { name: 'Anna' } })
  expect(told(badge.on(update, null, anybody))).toEqual({ user: { name: ANN.name, color: MINE.color }, cursor: 1 })
})

test('[PR5] what cannot be read is nobody’s', () => {
  for (const bytes of [[1], [1, 7, 1, 2, 123], [0, 0]]) {
    expect(new Badge().on(new Uint8Array(bytes), ANN, anybody)).toBeUndefined()
  }
})

test('[PR6] who is known only by the name that they said is marked as a guest, whatever their page says', () => {
  const gus: Person = { ...ANN, kind: 'guest', name: 'Gus' }
  const seen = (user: object, person: Person | null): unknown =>
    told(new Badge().on(updateOf(JSON.stringify({ user })), person, anybody))
  expect(seen({ name: 'Ann', color: '#123456' }, gus)).toEqual({
    user: { id: gus.id, name: 'Gus', color: '#123456', guest: true },
  })
  expect(seen({ name: 'Ann', guest: true }, ANN)).toEqual({ user: { id: ANN.id, name: ANN.name } })
  expect(seen({ name: 'Ann', guest: true }, null)).toEqual({ user: { name: 'Ann' } })
})
