import { decode, encode } from '@plenary/shared/protocol'

/** What our pages say; see PROTOCOL.md. */
/** @type {import('./wire.mjs').Wire} */
export const plenaryWire = {
  hello: (stateVector) => [encode({ kind: 'sync-step-1', stateVector })],
  whole: (update) => encode({ kind: 'sync-step-2', update }),
  change: (update) => encode({ kind: 'update', update }),
  awareness: (update) => encode({ kind: 'awareness', update }),
  pong: () => {
    throw new Error('our server does not ask this way whether a page is there')
  },
  read: (frame) => {
    const message = decode(frame)
    if (message === undefined || message === 'malformed') return undefined
    if (message.kind === 'sync-step-1') return { kind: 'lacks', stateVector: message.stateVector }
    if (message.kind === 'sync-step-2') return { kind: 'minutes', update: message.update }
    return message.kind === 'update' ? { kind: 'change', update: message.update } : undefined
  },
  answers: 'nothing',
}
