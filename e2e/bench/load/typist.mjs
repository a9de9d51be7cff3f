import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** The last character of everybody: where it is seen, everything before it has arrived. */
export const END_MARK = '■'

const LETTERS = 'e t a o i n s h r d l u'.split(' ')

/** Below which times (ms) 5 %, half and 95 % of the answers of a real page lay, from when it took the change in. */
const [FASTEST, MEDIAN, SLOWEST] = /** @type {const} */ ([3.4, 4.2, 12.1])

/**
 * One of the others: types words into a paragraph of its own and says where its caret is, when and in the shape that a page
 * of the product does.
 */
export class Typist {
  /** When each letter was typed, ms since 1970. */
  /** @type {number[]} */
  letters = []
  #clock = 0
  #typed = 0
  /** @type {number} in UTF-16 units from the start of the text */
  #index

  /**
   * @param {{
   *   name: string,
   *   color: string,
   *   text: Y.XmlText,
   *   wire: import('./wire/wire.mjs').Wire,
   *   send: (frame: Uint8Array) => void,
   *   random: import('../random.mjs').Random,
   * }} parts text: the paragraph's, in the load's own copy of the minutes
   */
  constructor({ name, color, text, wire, send, random }) {
    this.id = random.between(1, 2 ** 32 - 1)
    this.user = { name, color }
    this.text = text
    this.wire = wire
    this.send = send
    this.random = random
    this.#index = this.#somewhere()
  }

  /** Types the next letter or blank, and says where the caret is now: both pages send one such frame for every key. */
  type() {
    this.insert()
    this.#announceCaret()
  }

  /** Types without a word about the caret. */
  insert() {
    this.#typed++
    this.#write(this.#typed % 6 === 0 ? ' ' : this.random.pick(LETTERS))
  }

  /** Puts the caret elsewhere in the paragraph. */
  move() {
    this.#index = this.#somewhere()
    this.#announceCaret()
  }

  /** Says once more where the caret is, as a page does that has taken in a change of somebody else. */
  answer() {
    setTimeout(() => this.#announceCaret(), answerTime(this.random))
  }

  end() {
    this.#write(END_MARK)
  }

  /** @param {string} character */
  #write(character) {
    const doc = /** @type {Y.Doc} */ (this.text.doc)
    /** @param {Uint8Array} update */
    const send = (update) => this.send(this.wire.change(update))
    // All share one copy of the minutes, which costs a twentieth; each still writes under an id of its own.
    doc.clientID = this.id
    doc.once('update', send)
    this.letters.push(performance.timeOrigin + performance.now())
    this.text.insert(this.#index, character)
    this.#index += character.length
  }

  #somewhere() {
    return this.random.between(10, this.text.length - 10)
  }

  #announceCaret() {
    const position = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(this.text, this.#index))
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, this.id)
    encoding.writeVarUint(encoder, ++this.#clock)
    encoding.writeVarString(encoder, JSON.stringify({ user: this.user, cursor: { anchor: position, head: position } }))
    this.send(this.wire.awareness(encoding.toUint8Array(encoder)))
  }
}

/** @param {import('../random.mjs').Random} random */
function answerTime(random) {
  const share = random.next() * 2
  return share < 1 ? FASTEST + share * (MEDIAN - FASTEST) : MEDIAN + (share - 1) * (SLOWEST - MEDIAN)
}
