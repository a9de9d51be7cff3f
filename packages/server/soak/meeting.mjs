import { setTimeout as sleep } from 'node:timers/promises'

import { contentOf } from '@plenary/shared/document'
import * as Y from 'yjs'

import { Writer, wordsIn } from './writer.mjs'

/** Each writer does something about so often (ms). */
const PACE = 700
/** What everybody wrote must have reached everybody, and the disk, within this time (ms) after the last word. */
const SETTLED = 60_000

/**
 * One meeting: people write words that are all different, in texts that others write in too, and delete some. What they
 * did is also done to a document of reference, so that afterwards one knows what there must be.
 */
export class Meeting {
  #reference = new Y.Doc()
  #words = 0
  #isOver = false

  /**
   * @param {import('./writer.mjs').Place} place
   * @param {number} people
   * @param {ReturnType<typeof import('../bench/random.mjs').randomFrom>} random
   */
  constructor(place, people, random) {
    this.place = place
    this.random = random
    this.writers = Array.from({ length: people }, () => new Writer(place, random.next))
    for (const { doc } of this.writers) {
      doc.on('update', (update, _origin, _doc, transaction) => {
        if (transaction.local) Y.applyUpdate(this.#reference, update)
      })
    }
  }

  get words() {
    return this.#words
  }

  /** Writes until `end`. */
  async write() {
    // Nobody writes before they have the minutes, as in the page.
    await until(() => this.writers.every(({ isSynced }) => isSynced), SETTLED)
    for (const { doc } of this.writers) Y.applyUpdate(this.#reference, Y.encodeStateAsUpdate(doc))
    while (!this.#isOver) {
      const writer = this.writers[this.random.below(this.writers.length)]
      if (writer !== undefined) this.#act(writer)
      await sleep((2 * this.random.next() * PACE) / this.writers.length)
    }
  }

  /**
   * After the server was started anew and before anybody has come back: whether it has what was called saved, and what
   * anybody has seen of others.
   *
   * @returns {Promise<string[]>} what is lost or twice
   */
  async check() {
    const visitor = new Writer(this.place, this.random.next)
    if (!(await until(() => visitor.isSynced, SETTLED))) return [`nobody gets into ${this.place.id}`]
    const { doc } = visitor
    const findings = twice(visitor.words).map((word) => `${word} is twice after a start`)
    for (const writer of this.writers) {
      const { clientID } = writer.doc
      const others = this.writers.filter((other) => other !== writer)
      const seen = Math.max(...others.map((other) => Y.getState(other.doc.store, clientID)))
      const stored = Y.getState(doc.store, clientID)
      if (stored < writer.saved) findings.push(`${writer.saved - stored} saved changes are lost`)
      if (stored < seen) findings.push(`${seen - stored} seen changes are lost`)
    }
    visitor.leave()
    return findings
  }

  /**
   * The last word is written: all must come to the same, and that must be what was written.
   *
   * @returns {Promise<string[]>} what is lost or twice
   */
  async end() {
    this.#isOver = true
    const wanted = () => contentOf(this.#reference).toJSON()
    const isDone = () => this.writers.every(({ isSaved, doc }) => isSaved && contentOf(doc).toJSON() === wanted())
    const findings = this.writers.flatMap(({ surprises }) => surprises)
    if (!(await until(isDone, SETTLED))) findings.push(`the writers of ${this.place.id} did not come to the same`)
    findings.push(...twice(wordsIn(wanted())).map((word) => `${word} is twice`))
    for (const writer of this.writers) writer.leave()
    return findings
  }

  /**
   * @param {string} minutes as the server exports them, once the room is closed
   * @returns {string[]} what is lost or twice
   */
  compare(minutes) {
    const wanted = new Set(wordsIn(contentOf(this.#reference).toJSON()))
    const stored = wordsIn(minutes)
    const found = new Set(stored)
    return [
      ...twice(stored).map((word) => `${word} is twice in the minutes`),
      ...[...wanted].filter((word) => !found.has(word)).map((word) => `${word} is not in the minutes`),
      ...stored.filter((word) => !wanted.has(word)).map((word) => `${word} should not be in the minutes`),
    ]
  }

  /** @param {Writer} writer */
  #act(writer) {
    const content = contentOf(writer.doc)
    const what = this.random.next()
    if (what < 0.01) return writer.cut()
    if (what < 0.08 && content.length > 12) return content.delete(1 + this.random.below(content.length - 1), 1)
    const word = ` w${this.#words++}x`
    const texts = content.toArray().flatMap((block) => {
      const text = block instanceof Y.XmlElement ? block.get(0) : undefined
      return text instanceof Y.XmlText ? text : []
    })
    const text = texts[this.random.below(texts.length)]
    if (what > 0.3 && text !== undefined) return text.insert(what > 0.5 ? text.length : 0, word)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(word)])
    content.insert(1 + this.random.below(content.length), [paragraph])
  }
}

/** @param {readonly string[]} words */
function twice(words) {
  return words.filter((word, at) => words.indexOf(word) !== at)
}

/**
 * @param {() => boolean} holds
 * @param {number} limit
 * @returns {Promise<boolean>} false where it does not hold within so many ms
 */
export async function until(holds, limit) {
  for (const last = performance.now() + limit; performance.now() < last; await sleep(50)) if (holds()) return true
  return false
}
