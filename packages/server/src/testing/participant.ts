import { randomUUID } from 'node:crypto'
import { once } from 'node:events'

import type { Command, Entry } from '@plenary/shared/ledger'
import { type Answer, decode, encode, type Whisper, type You } from '@plenary/shared/protocol'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'

import type { Member } from '../ledger/member.ts'
import { eventually } from './eventually.ts'
import { saying } from './people.ts'

/** Somebody's page, as far as the ledger goes, at the other end of a real websocket; ends with the test. */
export class Participant {
  readonly entries: Entry[] = []
  readonly answers = new Map<string, Answer>()
  readonly whispers: Whisper[] = []
  /** Every frame as it came, as text to look into. */
  heard = ''
  you: You | undefined
  /** Of the close; undefined while it is open. */
  code: number | undefined
  readonly #socket: WebSocket

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data: Buffer) => this.#hear(data))
    socket.on('close', (code) => (this.code = code))
    onTestFinished(() => socket.terminate())
  }

  /** Connects and asks for the entries after this one. */
  static async join(url: string, meeting: string, member: Member, after = 0): Promise<Participant> {
    return Participant.open(`${url}/sync/${meeting}`, saying(member), after)
  }

  /** The same, with headers by which a server knows who it is. */
  static async open(url: string, headers: Readonly<Record<string, string>>, after = 0): Promise<Participant> {
    const socket = new WebSocket(`${url}?protocol=1`, { headers })
    const participant = new Participant(socket)
    // A server that is killed says no goodbye.
    socket.on('error', () => {})
    await once(socket, 'open')
    await eventually(() => participant.you !== undefined)
    socket.send(encode({ kind: 'catch-up', after }))
    return participant
  }

  /** Asks and waits for the answer. */
  async ask(command: Command, id: string = randomUUID()): Promise<Answer> {
    this.answers.delete(id)
    this.send(command, id)
    await eventually(() => this.answers.has(id))
    return this.answers.get(id) as Answer
  }

  /** Asks for whatever, and waits for nothing. */
  send(command: unknown, id: string = randomUUID()): void {
    this.#socket.send(encode({ kind: 'command', id, command }))
  }

  leave(): void {
    this.#socket.terminate()
  }

  /** Until the entry with this sequence is here. */
  async has(sequence: number): Promise<void> {
    await eventually(() => this.entries.at(-1)?.sequence === sequence)
  }

  #hear(data: Buffer): void {
    this.heard += `${data.toString('latin1')}\n`
    const message = decode(data)
    if (message === undefined || message === 'malformed') throw new Error('the server sent what is no frame')
    switch (message.kind) {
      case 'entries':
        this.entries.push(...message.entries)
        return
      case 'answer':
        this.answers.set(message.answer.id, message.answer)
        return
      case 'you':
        this.you = message.you
        return
      case 'whisper':
        this.whispers.push(message.whisper)
        return
      case 'sync-step-1':
      case 'sync-step-2':
      case 'update':
      case 'deflated-update':
      case 'awareness':
      case 'query-awareness':
      case 'saved':
      case 'notice':
      case 'catch-up':
      case 'command':
        return
    }
  }
}
