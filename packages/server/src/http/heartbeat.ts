import type { Socket as NetSocket } from 'node:net'

import { encode } from '@plenary/shared/protocol'
import type { WebSocket } from 'ws'

import { SILENCE } from '../room/presence.ts'

const FRAME = encode({ kind: 'awareness', update: SILENCE })

/** A connection is dead when so many beats in a row brought no sign of life. */
const BEATS = 2

/** Whoever has been sent much needs time to read it before they can answer: a second for so many bytes, up to so many beats. */
const SLOWEST = 32 * 1024
const LONGEST_READING = 20

interface Life {
  readonly network: NetSocket
  /** Bytes that had come from there at the last beat, and beats since the last sign of life. */
  heard: number
  silent: number
  /** How many bytes of what was sent are known to have been read. */
  read: number
  /** How many bytes had been sent at the last beat. */
  sent: number
}

/**
 * Keeps silent connections alive and finds dead ones. Every `period` milliseconds each gets a ping; and where it was sent nothing
 * else meanwhile, a frame that says nothing, because a stock y-websocket client hangs up after 30 seconds without one and does
 * not count pings, and pages take the silence for a sign that the network is gone.
 */
export class Heartbeat {
  readonly #period: number
  readonly #timer: NodeJS.Timeout
  readonly #lives = new Map<WebSocket, Life>()

  constructor(period: number) {
    this.#period = period
    this.#timer = setInterval(() => this.#beat(), period).unref()
  }

  watch(websocket: WebSocket, network: NetSocket): void {
    const life: Life = { network, heard: 0, silent: 0, read: network.bytesWritten, sent: -1 }
    this.#lives.set(websocket, life)
    // A ping says how much was sent before it, and its answer how much of that was read.
    websocket.on('pong', (said) => {
      life.read = Math.max(life.read, Math.min(Number(said) || 0, network.bytesWritten))
    })
    websocket.on('close', () => this.#lives.delete(websocket))
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #beat(): void {
    for (const [websocket, life] of this.#lives) {
      if (websocket.readyState !== websocket.OPEN) continue
      const { network } = life
      const { bytesRead } = network
      if (bytesRead > life.heard) life.silent = 0
      life.heard = bytesRead
      if (life.silent >= BEATS + this.#reading(life)) {
        websocket.terminate()
        continue
      }
      life.silent++
      const hasHeardNothing = network.bytesWritten === life.sent && network.writableLength === 0
      network.cork()
      websocket.ping(String(network.bytesWritten))
      if (hasHeardNothing) websocket.send(FRAME)
      network.uncork()
      life.sent = network.bytesWritten
    }
  }

  /** How many beats it may take to read what has been sent. */
  #reading({ network, read }: Life): number {
    const beats = Math.floor((network.bytesWritten - read) / ((SLOWEST * this.#period) / 1000))
    return Math.min(LONGEST_READING, beats)
  }
}
