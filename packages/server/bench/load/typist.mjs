import * as Y from 'yjs'

import { Person } from './person.mjs'

const TEXT = 'the notes of this meeting about budgets plans and actions with owners and what was decided '

/** Ids of the people, far away from those that a server might give itself. */
export const FIRST_CLIENT = 3_000_000_000

/** A person who types into a paragraph of their own: every key is made beforehand, so that sending it costs nothing. */
export class Typist extends Person {
  /** When each key was due. */
  due = new Float64Array()
  sent = 0
  /** The clock of the first key. */
  base = 0
  /** Updates: the paragraph, then the keys. */
  updates = /** @type {Uint8Array[]} */ ([])
  #frames = /** @type {Uint8Array[]} */ ([])

  /**
   * @param {import('./person.mjs').Place} place
   * @param {number} number among all people of this load
   * @param {number} slot among those of the room
   * @param {number} people in the room
   */
  constructor(place, number, slot, people) {
    super(place)
    this.client = FIRST_CLIENT + number
    this.slot = slot
    /** How far this person has received what each of the room wrote. */
    this.seen = new Float64Array(people)
    // What was sent before the server asked, it has; a stock client answers with all of its own.
    this.owned = () => (this.sent === 0 ? new Uint8Array([0, 0]) : Y.mergeUpdates(this.updates.slice(0, this.sent + 1)))
  }

  /**
   * @param {number} keys
   * @param {{ carets: boolean, paste: number }} options carets: each key moves the caret, as in y-prosemirror, which says
   *   so to everybody; paste: so many characters come with one key
   */
  prepare(keys, { carets, paste }) {
    const doc = new Y.Doc()
    doc.clientID = this.client
    doc.on('update', (/** @type {Uint8Array} */ update) => this.updates.push(update))
    const text = new Y.XmlText()
    doc.transact(() => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [text])
      doc.getXmlFragment('content').insert(0, [paragraph])
    })
    this.base = Y.getState(doc.store, this.client)
    this.perKey = paste
    for (let key = 0; key < keys; key++) {
      const at = (this.slot + key * paste) % TEXT.length
      text.insert(text.length, TEXT.repeat(2 + paste / TEXT.length).slice(at, at + paste))
    }
    this.due = new Float64Array(keys)
    this.#frames = this.updates.map((update, key) =>
      carets ? Buffer.concat([this.wire.update(update), this.caret(key)]) : this.wire.update(update),
    )
    doc.destroy()
    return this
  }

  /** The paragraph, before any key. */
  begin() {
    this.send(this.#frames[0] ?? new Uint8Array())
  }

  /** @param {number} due when this key should have been pressed */
  press(due) {
    this.due[this.sent] = due
    this.sent++
    this.send(this.#frames[this.sent] ?? new Uint8Array())
  }

  get hasBegun() {
    return this.updates.length > 0
  }

  /** The clock up to which this person has written. */
  get written() {
    return this.base + this.sent * (this.perKey ?? 1)
  }

  /** @param {number} key */
  caret(key) {
    const item = { client: this.client, clock: this.base + key }
    const position = { type: { client: this.client, clock: 1 }, tname: null, item, assoc: 0 }
    const user = { name: `Note taker ${this.client - FIRST_CLIENT}`, color: '#30bced' }
    const state = { user, cursor: { anchor: position, head: position } }
    return this.wire.awareness(this.client, key + 1, JSON.stringify(state))
  }
}
