import { hocuspocusWire } from './hocuspocus.mjs'
import { plenaryWire } from './plenary.mjs'
import { yWebsocketWire } from './y-websocket.mjs'

/**
 * @typedef {{ readonly product: 'plenary' | import('../../peer.mjs').Provider, readonly address: string, readonly name: string }} Entrance where others
 *   join: the address of a websocket, and the name of the note there
 * @typedef {{ kind: 'lacks', stateVector: Uint8Array } | { kind: 'minutes', update: Uint8Array }
 *   | { kind: 'change', update: Uint8Array } | { kind: 'caret', owner: number } | { kind: 'ping' }} Heard lacks: the server says
 *   what it has; caret: only from a wire whose pages answer in step
 * @typedef {{
 *   readonly hello: (stateVector: Uint8Array) => readonly Uint8Array[],
 *   readonly whole: (update: Uint8Array) => Uint8Array,
 *   readonly change: (update: Uint8Array) => Uint8Array,
 *   readonly awareness: (update: Uint8Array) => Uint8Array,
 *   readonly pong: () => Uint8Array,
 *   readonly read: (frame: Uint8Array) => Heard | undefined,
 *   readonly answers: 'nothing' | 'each-change' | 'in-step',
 * }} Wire what the pages of one product send to their server, and read from it. answers: such a page says where its caret is
 *   whenever somebody else has changed the text, which frames.bench.mjs counts; in step: once the page under test has done so
 */

/**
 * @param {Entrance} entrance
 * @returns {Wire}
 */
export function wireOf({ product, name }) {
  switch (product) {
    case 'plenary':
      return plenaryWire
    case 'hocuspocus':
      return hocuspocusWire(name)
    case 'y-websocket':
      return yWebsocketWire
  }
}
