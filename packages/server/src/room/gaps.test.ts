import { contentOf } from '@plenary/shared/document'
import { decode } from '@plenary/shared/protocol'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { paragraphUpdate } from '../testing/edit.ts'
import type { Person } from '../testing/person.ts'
import { roomOfTwo } from '../testing/room-of-two.ts'

describe('after a gap', () => {
  test('[RM6] what builds on something missing is asked for again, and counts as saved only then', async () => {
    const { house, ann, bob } = await roomOfTwo()
    ann.pair.cut()
    ann.type('offline ')
    void house.connect(ann)
    // As a page that types before the first step of the sync has come.
    ann.type('early ')
    ann.pair.hear = holdBack(ann, 'sync-step-1', 1)
    await house.settle()
    expect(ann.saved).toBe(ann.sent)
    expect(ann.pair.code).toBeUndefined()
    expect(bob.text).toBe(ann.text)
    expect(bob.text).toContain('early')
  })

  test('[RM6] until the missing part is there, nothing that came after it counts as saved', async () => {
    const { house, ann, bob } = await roomOfTwo()
    const before = ann.saved
    // The update that is lost on the way, and one that builds on it.
    const lost = silently(ann, () => ann.type('lost '))
    ann.type('gap ')
    const mute = ann.pair.hear
    ann.pair.hear = (frame) => {
      const message = decode(frame)
      if (typeof message === 'object' && message.kind === 'sync-step-1') return
      mute(frame)
    }
    ann.say({ kind: 'update', update: new Uint8Array([0, 0]) })
    await house.settle()
    expect(ann.saved).toBe(before)
    expect(bob.text).not.toContain('gap')
    expect(lost).toHaveLength(1)
    ann.pair.hear = mute
    ann.say({ kind: 'sync-step-2', update: Y.encodeStateAsUpdate(ann.doc, Y.encodeStateVector(bob.doc)) })
    await house.settle()
    expect(ann.saved).toBe(ann.sent)
    expect(bob.text).toContain('lost gap')
  })

  test('[RM6] the frame that brings the missing part must itself be on disk first', async () => {
    const { house, ann, bob } = await roomOfTwo()
    const before = ann.saved
    silently(ann, () => ann.type('lost '))
    const releases: (() => void)[] = []
    const append = house.store.append.bind(house.store)
    house.store.append = async (...args) => {
      await new Promise<void>((resolve) => void releases.push(resolve))
      return append(...args)
    }
    // One that hangs on what was lost, and one that hangs on nothing and is on its way to disk at once.
    ann.pair.hear = () => {}
    ann.type('gap ')
    ann.say({ kind: 'update', update: paragraphUpdate('free') })
    await flush(ann)
    ann.say({ kind: 'sync-step-2', update: Y.encodeStateAsUpdate(ann.doc, Y.encodeStateVector(bob.doc)) })
    await flush(ann)
    ann.pair.hear = (frame) => {
      const message = decode(frame)
      if (typeof message === 'object') ann.heard.push(message)
    }
    expect(releases).toHaveLength(1)
    releases[0]?.()
    await flush(ann)
    expect(ann.saved).toBe(before)
    expect(releases).toHaveLength(2)
    releases[1]?.()
    await flush(ann)
    expect(ann.saved).toBe(ann.sent)
  })

  test('[RM6] a client whose gaps never end is refused', async () => {
    const { house, ann } = await roomOfTwo()
    silently(ann, () => ann.type('lost '))
    const gap = new Y.Doc()
    Y.applyUpdate(gap, Y.encodeStateAsUpdate(ann.doc))
    const before = Y.encodeStateVector(gap)
    contentOf(gap).insert(contentOf(gap).length, [new Y.XmlElement('paragraph')])
    gap.getXmlFragment('content').delete(0, 1)
    const update = Y.encodeStateAsUpdate(gap, before)
    for (let turn = 0; turn < 25; turn++) ann.say({ kind: 'sync-step-2', update })
    await house.settle()
    expect(ann.pair.code).toBe(4422)
  })
})

/** Moves what one person and the server say to each other, without waiting for the disk. */
async function flush(person: Person): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    person.pair.flush()
    await new Promise(setImmediate)
  }
}

/** Edits that are not sent, as if lost on the way; returns them. */
function silently(person: Person, edit: () => void): Uint8Array[] {
  const lost: Uint8Array[] = []
  const say = person.say.bind(person)
  person.say = (message) => {
    if (message.kind === 'update') lost.push(message.update)
  }
  edit()
  person.say = say
  return lost
}

/** Lets one frame of this kind wait until something else has come. */
function holdBack(person: Person, kind: string, count: number): (frame: Uint8Array) => void {
  const { hear } = person.pair
  const held: Uint8Array[] = []
  return (frame) => {
    const message = decode(frame)
    if (typeof message === 'object' && message.kind === kind && held.length < count) {
      held.push(frame)
      return
    }
    hear(frame)
    for (const late of held.splice(0)) hear(late)
  }
}
