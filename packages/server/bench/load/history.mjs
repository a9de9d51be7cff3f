import * as Y from 'yjs'

import { randomFrom } from '../random.mjs'
import { FIRST_CLIENT } from './typist.mjs'

const WORDS = 'the quick notes of this meeting about budgets plans and action items with owners and follow up'.split(
  ' ',
)

/** The id of the first writer. */
export const WRITERS_FROM = FIRST_CLIENT + 1000

/**
 * @typedef {{ readonly writer: number, readonly update: Uint8Array }} Edit
 * @typedef {{ readonly edits: readonly Edit[], readonly state: Uint8Array, readonly clocks: Map<number, number> }} History
 *   state: all of it as one update, as Yjs itself writes it
 */

/**
 * A long meeting, key by key: a few note takers who type words at the end and in the middle, make new paragraphs, mark a
 * passage, and take back every fourteenth letter. Always the same for the same seed.
 *
 * @param {{ edits: number, writers: number, seed: number }} options
 * @returns {History}
 */
export function writeHistory({ edits: count, writers, seed }) {
  const random = randomFrom(seed)
  const doc = new Y.Doc()
  const content = doc.getXmlFragment('content')
  /** @type {Edit[]} */
  const edits = []
  let writer = 0
  doc.on('update', (/** @type {Uint8Array} */ update) => edits.push({ writer, update }))
  const desks = Array.from({ length: writers }, () => ({ text: new Y.XmlText(), at: 0, rest: '' }))
  const begin = (/** @type {typeof desks[number]} */ desk) => {
    desk.text = new Y.XmlText()
    desk.at = 0
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [desk.text])
    content.insert(random.next() < 0.7 ? content.length : random.below(content.length + 1), [paragraph])
  }

  for (let turn = 0; edits.length < count; turn++) {
    writer = turn < writers ? turn : random.below(writers)
    const desk = desks[writer]
    if (desk === undefined) throw new Error('every writer has a desk')
    // One copy of the minutes for all; each writes under an id of their own.
    doc.clientID = WRITERS_FROM + writer
    const what = random.next()
    if (turn < writers || what < 0.08) doc.transact(() => begin(desk))
    else if (what < 0.2) {
      const paragraph = content.get(random.below(content.length))
      if (paragraph instanceof Y.XmlElement && paragraph.get(0) instanceof Y.XmlText) {
        desk.text = /** @type {Y.XmlText} */ (paragraph.get(0))
        desk.at = random.below(desk.text.length + 1)
      }
    } else if (what < 0.24 && desk.text.length > 12) {
      desk.text.format(random.below(desk.text.length - 10), 8, { bold: {} })
    }
    for (let keys = 1 + random.below(120); keys > 0 && edits.length < count; keys--) {
      desk.at = Math.min(desk.at, desk.text.length)
      if (random.next() < 1 / 14 && desk.at > 0) {
        desk.text.delete(--desk.at, 1)
        continue
      }
      if (desk.rest === '') desk.rest = `${WORDS[random.below(WORDS.length)]} `
      desk.text.insert(desk.at++, desk.rest.slice(0, 1))
      desk.rest = desk.rest.slice(1)
    }
  }
  const state = Y.encodeStateAsUpdate(doc)
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc))
  doc.destroy()
  return { edits, state, clocks }
}

/**
 * Whether somebody who received these updates has all of it.
 *
 * @param {readonly Uint8Array[]} received
 * @param {History} history
 */
export function hasAll(received, { state }) {
  const [mine, all] = [new Y.Doc(), new Y.Doc()]
  for (const update of received) Y.applyUpdate(mine, update)
  // What the server itself began the minutes with is in both.
  for (const update of [...received, state]) Y.applyUpdate(all, update)
  const textOf = (/** @type {Y.Doc} */ doc) => doc.getXmlFragment('content').toJSON()
  return mine.store.pendingStructs === null && textOf(mine) === textOf(all)
}
