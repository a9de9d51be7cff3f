import { contentOf, seedUpdate } from '@plenary/shared/document'
import { decode, encode, type Message } from '@plenary/shared/protocol'
import * as Y from 'yjs'

import type { RecordDouble } from '../testing/record.ts'

export { when as until } from './when.ts'

export const MEETING = { id: 'abcdefghijklmnopqrstuvwxyz', epoch: 'e1' }

/** A server in memory that speaks the real frames, and that a test can make slow, deaf or dead. */
export class ServerDouble {
  readonly doc = new Y.Doc()
  readonly connections: Connection[] = []
  /** Whether a new connection is made, or refused at once. */
  reachable = true
  /** Whether a new connection is answered at all. */
  opens = true
  /** Whether frames that arrive are heard. */
  hears = true
  /** Whether what is heard is acknowledged. */
  saves = true
  /** The meeting's record; null where the server keeps none. */
  record: RecordDouble | null = null
  /** Whether it says by itself what it has; else the test does, with `greet`. */
  greets = true

  constructor(text = 'Welcome') {
    const content = text === '' ? [] : [{ type: 'text' as const, text }]
    Y.applyUpdate(this.doc, seedUpdate({ type: 'doc', content: [{ type: 'paragraph', content }] }))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      for (const other of this.connections)
        if (other !== origin && other.state === 'open') other.say({ kind: 'update', update })
    })
  }

  /** What a page gives to its session instead of `new WebSocket(url)`. */
  readonly connect = (url: string): WebSocket => {
    const connection = new Connection(url, this)
    this.connections.push(connection)
    // A double of the few members that the session uses.
    return connection as unknown as WebSocket
  }

  /** The connection that was made last. */
  get last(): Connection {
    const connection = this.connections.at(-1)
    if (connection === undefined) throw new Error('nobody has connected')
    return connection
  }

  get text(): string {
    return textOf(this.doc)
  }
}

/** One websocket, from both of its ends. */
export class Connection extends EventTarget {
  readonly url: string
  binaryType = 'blob'
  state: 'connecting' | 'open' | 'closed' = 'connecting'
  /** Every frame that came from the page. */
  readonly heard: Message[] = []
  private readonly server: ServerDouble
  private frames = 0

  constructor(url: string, server: ServerDouble) {
    super()
    this.url = url
    this.server = server
    queueMicrotask(() => {
      if (!server.reachable) this.hangUp(1006)
      else if (server.opens) this.open()
    })
  }

  /** Called by the page. */
  send(frame: Uint8Array): void {
    const message = decode(frame)
    if (message === undefined || message === 'malformed') throw new Error('the page sent something that is no frame')
    if (this.state !== 'open' || !this.server.hears) return
    this.heard.push(message)
    this.answer(message)
  }

  /** Called by the page. */
  close(): void {
    this.state = 'closed'
  }

  /** Sends a frame to the page. */
  say(message: Message): void {
    this.sayBytes(encode(message))
  }

  sayBytes(frame: Uint8Array): void {
    if (this.state === 'open') this.dispatchEvent(new MessageEvent('message', { data: frame.slice().buffer }))
  }

  greet(): void {
    this.say({ kind: 'sync-step-1', stateVector: Y.encodeStateVector(this.server.doc) })
  }

  acknowledge(frames = this.frames): void {
    this.say({ kind: 'saved', frames })
  }

  hangUp(code: number): void {
    if (this.state === 'closed') return
    this.state = 'closed'
    this.dispatchEvent(Object.assign(new Event('close'), { code }))
  }

  private open(): void {
    if (this.state !== 'connecting') return
    this.state = 'open'
    this.dispatchEvent(new Event('open'))
    if (this.server.greets) this.greet()
  }

  private answer(message: Message): void {
    switch (message.kind) {
      case 'sync-step-1':
        this.say({ kind: 'sync-step-2', update: Y.encodeStateAsUpdate(this.server.doc, message.stateVector) })
        break
      case 'sync-step-2':
      case 'update':
        this.frames += 1
        Y.applyUpdate(this.server.doc, message.update, this)
        if (this.server.saves) this.acknowledge()
        break
      case 'catch-up':
        this.server.record?.join(this, message.after)
        break
      case 'command':
        this.server.record?.carryOut(this, message)
        break
      case 'awareness':
      case 'query-awareness':
      case 'saved':
      case 'notice':
      case 'deflated-update':
      case 'you':
      case 'entries':
      case 'answer':
      case 'whisper':
        break
    }
  }
}

export function textOf(doc: Y.Doc): string {
  return contentOf(doc)
    .toArray()
    .map((block) => (block instanceof Y.XmlElement && block.length > 0 ? block.toDOM().textContent : ''))
    .join('\n')
}

/** Writes into the first paragraph, as the editor would. */
export function write(doc: Y.Doc, text: string): void {
  const paragraph = contentOf(doc).get(0)
  const first = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(first instanceof Y.XmlText)) throw new Error('the minutes begin with a paragraph')
  first.insert(first.length, text)
}
