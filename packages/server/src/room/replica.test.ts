import { contentOf } from '@plenary/shared/document'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { editAtRandom } from '../testing/edit.ts'
import { random } from '../testing/random.ts'
import { Replica } from './replica.ts'
import { tidy } from './tidy.ts'
import { readSurely } from './update.ts'

test('[RM12] reading the log never writes: not even the clean-up that Yjs does after remote formatting', () => {
  const [ann, bob] = [new Y.Doc(), new Y.Doc()]
  contentOf(ann).insert(0, [new Y.XmlText('agreed')])
  Y.applyUpdate(bob, Y.encodeStateAsUpdate(ann))
  // Both make the same words bold at the same time: two pairs of marks, of which Yjs takes one for needless.
  for (const doc of [ann, bob]) (contentOf(doc).get(0) as Y.XmlText).format(0, 6, { bold: {} })
  const updates = [Y.encodeStateAsUpdate(ann), Y.encodeStateAsUpdate(bob)]

  const { replica } = Replica.load({ snapshot: new Uint8Array([0, 0]), through: 0, tail: [] })
  for (const update of updates) replica.apply([readSurely(update)])
  expect(deletionsIn(replica.state())).toBe(0)

  const careless = new Y.Doc()
  for (const update of updates) Y.applyUpdate(careless, update)
  expect(deletionsIn(Y.encodeStateAsUpdate(careless))).toBeGreaterThan(0)
})

test('[GU9] what the log holds is not judged again: neither what it is nor how large', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  contentOf(doc).insert(0, [new Y.XmlElement('poll'), new Y.XmlText('a')])
  ;(contentOf(doc).get(1) as Y.XmlText).insert(0, 'b'.repeat(3 * 1024 * 1024))
  const tail = updates.map((update, index) => ({ sequence: index + 1, update }))
  const { replica, unreadable } = Replica.load({ snapshot: new Uint8Array([0, 0]), through: 0, tail })
  expect(unreadable).toEqual([])
  expect(replica.clocks()).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)))
})

test.each([1, 2, 3])(
  '[RO10] minutes that were folded in between are the same to everybody who asks (seed %i)',
  (seed) => {
    const dice = random(seed)
    const docs = [new Y.Doc(), new Y.Doc()]
    let words = 0
    const write = (): Uint8Array => {
      const doc = dice.one(docs)
      const before = Y.encodeStateVector(doc)
      editAtRandom(doc, dice, () => `w${words++} `)
      return Y.encodeStateAsUpdate(doc, before)
    }
    let [plain, folded] = [new Replica(new Uint8Array([0, 0])), new Replica(new Uint8Array([0, 0]))]
    for (let step = 0; step < 400; step++) {
      const update = write()
      for (const doc of docs) Y.applyUpdate(doc, update)
      for (const replica of [plain, folded]) replica.apply([readSurely(update)])
      if (dice.whole(3) === 0) folded.fold()
      if (step % 100 === 50) {
        const { snapshot, outline } = tidy(plain.state())
        plain = new Replica(snapshot, outline)
        folded = new Replica(snapshot, dice.whole(2) === 0 ? undefined : outline)
      }
      if (step % 10 !== 0) continue
      const { deletions } = readSurely(update)
      expect(folded.hasDeleted(deletions)).toBe(plain.hasDeleted(deletions))
      expect(folded.clocks()).toEqual(plain.clocks())
      expect(contentIn(folded.snapshot, folded.sinceSnapshot())).toEqual(contentIn(plain.state()))
      expect(contentIn(folded.state())).toEqual(contentIn(plain.state()))
      const known = new Map([...plain.clocks()].map(([client, clock]) => [client, dice.whole(clock + 1)]))
      expect(Y.decodeUpdate(folded.difference(known))).toEqual(Y.decodeUpdate(plain.difference(known)))
    }
  },
)

function contentIn(...updates: readonly Uint8Array[]): unknown {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  expect(doc.store.pendingStructs).toBeNull()
  return contentOf(doc).toJSON()
}

function deletionsIn(update: Uint8Array): number {
  return Y.decodeUpdate(update).ds.clients.size
}
