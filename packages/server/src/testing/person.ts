import { inflateRawSync } from 'node:zlib'

import { contentOf } from '@plenary/shared/document'
import type { Command, Entry } from '@plenary/shared/ledger'
import { type Answer, decode, encode, type Message, type You } from '@plenary/shared/protocol'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

import { Session, type SessionOptions } from '../room/session.ts'
import { textsIn } from './edit.ts'
import { Pair } from './pair.ts'
import { textOf } from './text.ts'

/** Somebody with a document of their own, who speaks the protocol over a connection that is flushed by hand. */
export class Person {
  readonly doc = new Y.Doc()
  pair = new Pair()
  /** Everything the server said on this connection, oldest first. */
  heard: Message[] = []
  /** Update frames sent on this connection. */
  sent = 0

  constructor() {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.say({ kind: 'update', update })
    })
  }

  /** Connects anew, as a page does that lost its connection; the session is to be let into a room. */
  connect(options: Partial<SessionOptions> = {}): Session {
    this.pair = new Pair()
    this.heard = []
    this.sent = 0
    const session = new Session(this.pair, { plenary: true, deflates: false, now: () => 0, ...options })
    this.pair.hear = (frame) => this.#hear(frame)
    this.say({ kind: 'sync-step-1', stateVector: Y.encodeStateVector(this.doc) })
    return session
  }

  say(message: Message): void {
    if (message.kind === 'update' || message.kind === 'sync-step-2') this.sent++
    this.pair.say(encode(message))
  }

  /** Types at the end of the first text, or into a new one. */
  type(text: string): void {
    const [first] = textsIn(contentOf(this.doc))
    if (first !== undefined) return first.insert(first.length, text)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    contentOf(this.doc).insert(0, [paragraph])
  }

  /** Deletes everything. */
  erase(): void {
    contentOf(this.doc).delete(0, contentOf(this.doc).length)
  }

  /** Speaks of a client, itself by default, as y-protocols encodes it. */
  wave(state: object | null, { id = this.doc.clientID, clock = 1 } = {}): void {
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, id)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, JSON.stringify(state))
    })
    this.say({ kind: 'awareness', update })
  }

  /** Asks for the entries of the ledger after this one. */
  catchUp(after = 0): void {
    this.say({ kind: 'catch-up', after })
  }

  ask(id: string, command: Command): void {
    this.say({ kind: 'command', id, command })
  }

  /** The entries that came on this connection. */
  get entries(): Entry[] {
    return this.heard.flatMap((message) => (message.kind === 'entries' ? message.entries : []))
  }

  /** The answer to a command, if it has come on this connection. */
  answerTo(id: string): Answer | undefined {
    const answers = this.heard.flatMap((message) => (message.kind === 'answer' ? message.answer : []))
    return answers.findLast((answer) => answer.id === id)
  }

  /** Who the server said last that this is. */
  get you(): You | undefined {
    return this.heard.flatMap((message) => (message.kind === 'you' ? message.you : [])).at(-1)
  }

  get text(): string {
    return textOf(this.doc)
  }

  /** How many update frames the server has called saved. */
  get saved(): number {
    return this.heard.reduce((most, message) => (message.kind === 'saved' ? message.frames : most), 0)
  }

  get notices(): string[] {
    return this.heard.flatMap((message) => (message.kind === 'notice' ? message.notice.code : []))
  }

  count(kind: Message['kind']): number {
    return this.heard.filter((message) => message.kind === kind).length
  }

  #hear(frame: Uint8Array): void {
    const message = decode(frame)
    if (message === undefined || message === 'malformed') throw new Error('the server sent what is no frame')
    this.heard.push(message)
    switch (message.kind) {
      case 'sync-step-1':
        this.say({ kind: 'sync-step-2', update: Y.encodeStateAsUpdate(this.doc, message.stateVector) })
        return
      case 'sync-step-2':
      case 'update':
        Y.applyUpdate(this.doc, message.update, this)
        return
      case 'deflated-update':
        Y.applyUpdate(this.doc, inflateRawSync(message.update), this)
        return
      case 'awareness':
      case 'query-awareness':
      case 'saved':
      case 'notice':
      case 'you':
      case 'catch-up':
      case 'entries':
      case 'command':
      case 'answer':
      case 'whisper':
        return
    }
  }
}
