import { describe, expect, test } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'

import type { Person } from '../testing/person.ts'
import { roomOfTwo } from '../testing/room-of-two.ts'

describe('presence', () => {
  test('[PR1] everybody sees who is here, newcomers at once', async () => {
    const { house, ann, bob } = await roomOfTwo()
    ann.wave({ name: 'Ann' })
    await house.settle()
    expect(seenBy(bob)).toEqual({ [ann.doc.clientID]: { name: 'Ann' } })
    const cem = house.enter()
    await house.settle()
    expect(seenBy(cem)).toEqual({ [ann.doc.clientID]: { name: 'Ann' } })
  })

  test('[PR1] what one person says is told to the others, not back to the one', async () => {
    const { house, ann, bob } = await roomOfTwo()
    ann.wave({ caret: 1 })
    ann.type('a')
    await house.settle()
    expect(bob.count('awareness')).toBe(1)
    expect(ann.count('awareness')).toBe(0)
    bob.wave({ caret: 1 })
    ann.wave({ caret: 2 }, { clock: 2 })
    await house.settle()
    expect(seenBy(ann)).toEqual({ [ann.doc.clientID]: { caret: 2 }, [bob.doc.clientID]: { caret: 1 } })
  })

  test('[PR1] of what one person says between two ticks, only the last is told', async () => {
    const { house, ann, bob } = await roomOfTwo()
    for (let clock = 1; clock <= 50; clock++) ann.wave({ caret: clock }, { clock })
    await house.settle()
    expect(bob.count('awareness')).toBeLessThanOrEqual(2)
    expect(seenBy(bob)).toEqual({ [ann.doc.clientID]: { caret: 50 } })
  })

  test('[PR2] nobody speaks for another: not over them, and not to make them leave', async () => {
    const { house, ann, bob } = await roomOfTwo()
    ann.wave({ name: 'Ann' })
    await house.settle()
    bob.wave({ name: 'FORGED' }, { id: ann.doc.clientID, clock: 100 })
    bob.wave(null, { id: ann.doc.clientID, clock: 101 })
    await house.settle()
    const cem = house.enter()
    await house.settle()
    expect(seenBy(cem)).toEqual({ [ann.doc.clientID]: { name: 'Ann' } })
    ann.wave({ name: 'Ann', caret: 1 }, { clock: 2 })
    await house.settle()
    expect(seenBy(cem)).toEqual({ [ann.doc.clientID]: { name: 'Ann', caret: 1 } })
  })

  test('[PR3] who loses the connection is gone for everybody', async () => {
    const { house, ann, bob } = await roomOfTwo()
    ann.wave({ name: 'Ann' })
    await house.settle()
    ann.pair.cut()
    await house.settle()
    expect(seenBy(bob)).toEqual({})
    const cem = house.enter()
    await house.settle()
    expect(seenBy(cem)).toEqual({})
  })

  test('[PR3] who comes back before the old connection is found dead is seen again as soon as they move', async () => {
    const { house, ann, bob } = await roomOfTwo()
    ann.wave({ name: 'Ann' })
    await house.settle()
    const dead = ann.pair
    void house.connect(ann)
    await house.settle()
    dead.cut()
    ann.wave({ name: 'Ann', caret: 1 }, { clock: 2 })
    await house.settle()
    expect(seenBy(bob)).toEqual({ [ann.doc.clientID]: { name: 'Ann', caret: 1 } })
  })

  test('[PR3] who comes back with the clock they left with is told so, and can outbid it', async () => {
    const { house, ann, bob } = await roomOfTwo()
    ann.wave({ name: 'Ann' }, { clock: 5 })
    await house.settle()
    ann.pair.cut()
    void house.connect(ann)
    ann.wave({ name: 'Ann' }, { clock: 5 })
    await house.settle()
    const page = awarenessOf(ann.doc.clientID)
    for (let clock = 1; clock <= 5; clock++) page.setLocalState({ name: 'Ann' })
    for (const message of ann.heard) {
      if (message.kind === 'awareness') applyAwarenessUpdate(page, message.update, 'server')
    }
    ann.say({ kind: 'awareness', update: encodeAwarenessUpdate(page, [ann.doc.clientID]) })
    await house.settle()
    expect(seenBy(bob)).toEqual({ [ann.doc.clientID]: { name: 'Ann' } })
  })

  test('[PR3] the echo of stock clients does not bring back who has left', async () => {
    const { house, ann, bob } = await roomOfTwo()
    ann.wave({ name: 'Ann' })
    await house.settle()
    for (const message of bob.heard.filter(({ kind }) => kind === 'awareness')) bob.say(message)
    await house.settle()
    ann.pair.cut()
    for (const message of bob.heard.filter(({ kind }) => kind === 'awareness')) bob.say(message)
    await house.settle()
    const cem = house.enter()
    await house.settle()
    expect(seenBy(cem)).toEqual({})
    expect(seenBy(bob)).toEqual({})
  })

  test('[PR4] what is too large, too much or too far ahead is not told', async () => {
    const { house, ann, bob } = await roomOfTwo()
    ann.wave({ name: 'x'.repeat(9_000) }, { id: 1 })
    ann.wave({ name: 'Ann' }, { id: 2, clock: 2 ** 40 })
    for (let id = 10; id < 60; id++) ann.wave({ name: 'many' }, { id })
    await house.settle()
    expect(Object.keys(seenBy(bob))).toHaveLength(8)
    expect(ann.pair.code).toBeUndefined()
  })

  test('[PR4] a state that no page could read ends the connection', async () => {
    for (const state of ['{', '[]', '7']) {
      const { house, ann, bob } = await roomOfTwo()
      const update = encodeAwarenessUpdate(awarenessOf(1), [1])
      const broken = Uint8Array.from([...update.slice(0, 3), state.length, ...new TextEncoder().encode(state)])
      ann.say({ kind: 'awareness', update: broken })
      await house.settle()
      expect(ann.pair.code).toBe(4400)
      expect(bob.count('awareness')).toBe(0)
    }
  })
})

function awarenessOf(client: number): Awareness {
  const doc = new Y.Doc()
  doc.clientID = client
  const awareness = new Awareness(doc)
  awareness.destroy()
  awareness.setLocalState({})
  return awareness
}

/** What y-protocols on a person's page makes of everything heard. */
function seenBy(person: Person): Record<string, unknown> {
  const awareness = awarenessOf(0)
  for (const message of person.heard) {
    if (message.kind === 'awareness') applyAwarenessUpdate(awareness, message.update, 'server')
  }
  return Object.fromEntries([...awareness.getStates()].filter(([id]) => id !== 0))
}
