import { contentOf } from '@plenary/shared/document'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { Replica } from './replica.ts'
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

function deletionsIn(update: Uint8Array): number {
  return Y.decodeUpdate(update).ds.clients.size
}
