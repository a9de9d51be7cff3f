import { hocuspocusWire } from './hocuspocus.mjs'
import { plenaryWire } from './plenary.mjs'

/**
 * @typedef {{ readonly product: 'plenary' | 'tiptap', readonly address: string, readonly name: string }} Entrance where others
 *   join: the address of a websocket, and the name of the note there
 * @typedef {{ kind: 'lacks', stateVector: Uint8Array } | { kind: 'minutes', update: Uint8Array }
 *   | { kind: 'change', update: Uint8Array } | { kind: 'ping' }} Heard lacks: the server says what it has
 * @typedef {{
 *   readonly hello: (stateVector: Uint8Array) => readonly Uint8Array[],
 *   readonly whole: (update: Uint8Array) => Uint8Array,
 *   readonly change: (update: Uint8Array) => Uint8Array,
 *   readonly awareness: (update: Uint8Array) => Uint8Array,
 *   readonly pong: () => Uint8Array,
 *   readonly read: (frame: Uint8Array) => Heard | undefined,
 *   readonly answersChanges: boolean,
 * }} Wire what the pages of one product send to their server, and read from it. answersChanges: such a page says where its
 *   caret is whenever somebody else has changed the text; frames.bench.mjs counts it
 */

/**
 * @param {Entrance} entrance
 * @returns {Wire}
 */
export function wireOf({ product, name }) {
  return product === 'plenary' ? plenaryWire : hocuspocusWire(name)
}
