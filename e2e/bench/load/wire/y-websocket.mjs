import { decode } from '@plenary/shared/protocol'
import * as decoding from 'lib0/decoding'

import { plenaryWire } from './plenary.mjs'

/** What WebsocketProvider says: our protocol is its own, with additions that nobody uses here. */
/** @type {import('./wire.mjs').Wire} */
export const yWebsocketWire = { ...plenaryWire, read, answers: 'in-step' }

/**
 * @param {Uint8Array} frame
 * @returns {import('./wire.mjs').Heard | undefined}
 */
function read(frame) {
  const message = decode(frame)
  if (message === undefined || message === 'malformed' || message.kind !== 'awareness') return plenaryWire.read(frame)
  const carets = decoding.createDecoder(message.update)
  // Its server tells each as it came; the carets of all it tells only to somebody who joins.
  return decoding.readVarUint(carets) === 1 ? { kind: 'caret', owner: decoding.readVarUint(carets) } : undefined
}
