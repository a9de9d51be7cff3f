import { once } from 'node:events'

import { contentOf } from '@plenary/shared/document'
import { decode, encode, type Message, type You } from '@plenary/shared/protocol'
import * as encoding from 'lib0/encoding'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { textsIn } from './edit.ts'
import { eventually } from './eventually.ts'
import { textOf } from './text.ts'

/** A raw connection to a real server, which sends whatever a test wants; ends with the test. */
export class Mallory {
  readonly doc = new Y.Doc()
  readonly seen = new Awareness(new Y.Doc())
  readonly notices: string[] = []
  you: You | undefined
  saved = 0
  /** Hears how many frames are saved. */
  whenSaved: (frames: number) => void = () => {}
  /** The code with which the connection was closed. */
  code: number | undefined
  readonly #socket: WebSocket
  #isSynced = false

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data: Buffer) => this.#hear(decode(new Uint8Array(data))))
    socket.on('close', (code) => (this.code = code))
    onTestFinished(() => {
      socket.terminate()
      this.seen.destroy()
    })
  }

  /** Joins a meeting as a page does, and has its minutes; or is sent away. */
  static async join(url: string, headers: Record<string, string> = {}): Promise<Mallory> {
    const mallory = new Mallory(new WebSocket(`${url}${url.includes('?') ? '&' : '?'}protocol=1`, { headers }))
    await once(mallory.#socket, 'open')
    mallory.say({ kind: 'sync-step-1', stateVector: Y.encodeStateVector(mallory.doc) })
    await eventually(() => mallory.#isSynced || mallory.code !== undefined)
    return mallory
  }

  say(message: Message): void {
    this.send(encode(message))
  }

  /** Whatever it is; text as a frame of text. */
  send(frame: Uint8Array | string): void {
    this.#socket.send(frame)
  }

  /** Reads nothing any more; what is sent here stays on the way. */
  stopReading(): void {
    this.#socket.pause()
  }

  /** Writes at the beginning of the first text, and gives what was sent. */
  write(text: string): Uint8Array {
    const before = Y.encodeStateVector(this.doc)
    textsIn(contentOf(this.doc))[0]?.insert(0, text)
    const update = Y.encodeStateAsUpdate(this.doc, before)
    this.say({ kind: 'update', update })
    return update
  }

  /** Says that a client, its own by default, is in this state. */
  wave(state: object, client = this.doc.clientID, clock = 1): void {
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, JSON.stringify(state))
    })
    this.say({ kind: 'awareness', update })
  }

  /** What this connection was told of a client. */
  stateOf(client: number): unknown {
    return this.seen.getStates().get(client)
  }

  get text(): string {
    return textOf(this.doc)
  }

  /** Until everything that was sent before has been heard. */
  async heard(): Promise<void> {
    const awareness = this.#questions
    this.say({ kind: 'sync-step-1', stateVector: Y.encodeStateVector(this.doc) })
    await eventually(() => this.#questions > awareness || this.code !== undefined)
  }

  leave(): void {
    this.#socket.terminate()
  }

  #questions = 0

  #hear(message: Message | undefined | 'malformed'): void {
    if (message === undefined || message === 'malformed') throw new Error('the server sent what is no frame')
    if (message.kind === 'sync-step-2' || message.kind === 'update') Y.applyUpdate(this.doc, message.update)
    if (message.kind === 'sync-step-2') {
      this.#isSynced = true
      this.#questions++
    }
    if (message.kind === 'awareness') applyAwarenessUpdate(this.seen, message.update, this)
    if (message.kind === 'saved') {
      this.saved = message.frames
      this.whenSaved(message.frames)
    }
    if (message.kind === 'notice') this.notices.push(message.notice.message)
    if (message.kind === 'you') this.you = message.you
  }
}
