import { encode } from '@plenary/shared/protocol'
import {
  applyAwarenessUpdate,
  type Awareness,
  encodeAwarenessUpdate,
  outdatedTimeout,
  removeAwarenessStates,
} from 'y-protocols/awareness'

/** Carets move at most this often for the others (ms). */
const PACE = 100

/** Carries who is here, and where, over a connection: ours out at 10 Hz, everybody else's in. */
export class AwarenessLink {
  private readonly awareness: Awareness
  private readonly send: (frame: Uint8Array) => void
  private timer: ReturnType<typeof setTimeout> | undefined
  private sentAt = 0

  constructor(awareness: Awareness, send: (frame: Uint8Array) => void) {
    this.awareness = awareness
    this.send = send
    awareness.on('update', this.changed)
  }

  /** A new connection is up: says that we are here, and asks for everybody else. */
  begin(): void {
    // The clock must move on: what the server told the others when we were lost has the last one.
    this.renew()
    this.sendNow()
    this.send(encode({ kind: 'query-awareness' }))
  }

  /** The connection is gone, and with it what we know about the others. */
  end(): void {
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.awareness.clientID)
    removeAwarenessStates(this.awareness, others, this)
  }

  receive(update: Uint8Array): void {
    try {
      applyAwarenessUpdate(this.awareness, update, this)
    } catch {
      // Another client's bytes, passed on by the server as they are. Who sent nonsense is just not shown.
    }
    // Timers of a background tab run too seldom for the renewal that the protocol wants; frames still come in.
    const mine = this.awareness.meta.get(this.awareness.clientID)
    if (mine !== undefined && Date.now() - mine.lastUpdated > outdatedTimeout / 2) this.renew()
  }

  sendNow(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.sentAt = Date.now()
    const update = encodeAwarenessUpdate(this.awareness, [this.awareness.clientID])
    this.send(encode({ kind: 'awareness', update }))
  }

  close(): void {
    clearTimeout(this.timer)
    this.awareness.off('update', this.changed)
  }

  private renew(): void {
    this.awareness.setLocalState(this.awareness.getLocalState())
  }

  private readonly changed = (_: unknown, origin: unknown): void => {
    if (origin !== 'local' || this.timer !== undefined) return
    this.timer = setTimeout(() => this.sendNow(), Math.max(0, this.sentAt + PACE - Date.now()))
  }
}
