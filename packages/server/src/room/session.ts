import { WHAT_TO_DO } from '@plenary/shared/ledger'
import { type Action, can, LEVEL_SENTENCES } from '@plenary/shared/meeting'
import { CLOSE, type CloseReason, decode, type Message } from '@plenary/shared/protocol'

import type { Permission } from '../auth/permissions.ts'
import { type Member, NOBODY } from '../ledger/member.ts'
import { Bucket } from '../limit/bucket.ts'
import { BYTES, COMMAND, FRAMES, QUESTION, SENTENCES } from '../limit/limits.ts'
import type { Allowance } from '../limit/persons.ts'
import { Badge } from './badge.ts'
import { Parcel } from './parcel.ts'
import { Receipts } from './receipts.ts'
import type { Room } from './room.ts'
import type { Socket } from './socket.ts'

/** A person's page, or any other y-websocket client, at the other end of a socket. */
type State =
  /** The room is being read from disk; what arrives meanwhile waits. */
  | { readonly state: 'greeting'; readonly frames: (Uint8Array | undefined)[]; bytes: number }
  | { readonly state: 'joined'; readonly room: Room }
  | { readonly state: 'leaving' }

/** What the other side has been told of the minutes. */
type Listening =
  /** It has not said yet what it has, so updates would mean nothing to it. */
  | { readonly to: 'nothing' }
  | { readonly to: 'updates' }
  /** Until its turn has come, or until it has read all that it was sent; then it gets what it lacks beyond this in one piece. */
  | { readonly to: 'silence'; readonly until: 'turn' | 'read'; readonly stateVector: Uint8Array }

const MAX_GREETING = 8 * 1024 * 1024

/** With more than this in a socket's buffer nothing is added to it, until all of it has left. */
const MAX_BUFFERED = 1024 * 1024

/** So many times a minute may a connection send what hangs on something unknown, before it is taken for broken. */
const MAX_REPAIRS = 20
const MINUTE = 60_000

const SIGNED_OUT = 'You have signed out, or your token was revoked.'

export interface SessionOptions {
  /** Whether the other side speaks Plenary's own frames too (`?protocol=1`). */
  readonly plenary: boolean
  /** Whether it can read an update that was deflated (`?deflate=1`). */
  readonly deflates: boolean
  /** Who it is; somebody without a name by default. */
  readonly member?: Member
  /** What their person may send over all connections; whoever has no name is counted by this connection alone. */
  readonly allowance?: Allowance
  readonly now: () => number
}

/** One connection: takes its frames apart, counts them, and keeps what is sent to it within bounds. */
export class Session {
  readonly #socket: Socket
  readonly #options: SessionOptions
  readonly badge = new Badge()
  readonly #closed: (() => void)[] = []
  #member: Member
  /** What they may, until the room has said it: nothing. */
  #permission: Permission = { role: null, level: 'frozen' }
  #state: State = { state: 'greeting', frames: [], bytes: 0 }
  #listening: Listening = { to: 'nothing' }
  readonly #receipts = new Receipts()
  readonly #frames: Bucket
  readonly #bytes: Bucket
  /** When it was asked for what was missing, in the last minute. */
  #repairs: number[] = []

  constructor(socket: Socket, options: SessionOptions) {
    this.#socket = socket
    this.#options = options
    this.#member = options.member ?? NOBODY
    this.#frames = new Bucket(FRAMES, options.now())
    this.#bytes = new Bucket(BYTES, options.now())
    socket.listen({
      heard: (frame) => this.#hear(frame),
      pinged: () => this.#mayPass(1, 0) || this.close('too-fast', SENTENCES.tooFast),
      drained: () => this.#drained(),
      closed: () => this.#leave(),
    })
  }

  get state(): State['state'] {
    return this.#state.state
  }

  get member(): Member {
    return this.#member
  }

  may(action: Action): boolean {
    return can(this.#permission.role, action, this.#permission.level)
  }

  /** Something has changed of who it is, or of the roles that they have from elsewhere than the ledger. */
  become(member: Member): void {
    const hasSignedOut = member.person === null && this.#member.person !== null
    this.#member = member
    if (hasSignedOut) return this.close('who-are-you', SIGNED_OUT)
    if (this.#state.state === 'joined') this.#state.room.ledger.reconsider(this)
  }

  /**
   * From now on this is what they may. Who may no more write reads on, votes and is seen; only when their page sends what it had
   * typed meanwhile it is sent away, and keeps it.
   */
  permit(permission: Permission): void {
    const wasSeen = this.may('be-present')
    this.#permission = permission
    if (!this.may('read') && this.#member.person === null) return this.close('who-are-you', WHAT_TO_DO.read)
    if (!this.may('read')) return this.close('not-allowed', WHAT_TO_DO.read)
    if (wasSeen && !this.may('be-present') && this.#state.state === 'joined') this.#state.room.hide(this)
  }

  /** Whether the other side speaks Plenary's own frames. */
  get isPlenary(): boolean {
    return this.#options.plenary
  }

  /** `closed` is called once, when the connection has ended from whichever side. */
  onClosed(closed: () => void): void {
    if (this.#state.state === 'leaving') closed()
    else this.#closed.push(closed)
  }

  /** Joins the room, in which everything that arrived since the greeting is heard first. */
  enter(room: Room): void {
    if (this.#state.state !== 'greeting') return
    const { frames } = this.#state
    this.#state = { state: 'joined', room }
    this.#socket.together(() => {
      room.join(this)
      for (const frame of frames) this.#take(frame)
    })
  }

  /** Ends the connection. A sentence for the person goes first to a page that can show it. */
  close(reason: CloseReason, sentence?: string): void {
    this.end(CLOSE[reason], reason, sentence)
  }

  /** Ends the connection with a close code of the websocket protocol itself. */
  end(code: number, reason: string, sentence?: string): void {
    if (this.#state.state === 'leaving') return
    if (sentence !== undefined) this.notice(reason, sentence)
    this.#socket.close(code, reason)
    this.#leave()
  }

  notice(code: string, message: string): void {
    if (this.#options.plenary) this.#say(new Parcel({ kind: 'notice', notice: { code, message } }))
  }

  /** This frame is on disk, and with it all that came before it and was not dropped. */
  saved(frame: number): void {
    this.#receipts.saved(frame)
  }

  /** Whether updates mean something to the other side now. */
  get isListening(): boolean {
    return this.#listening.to === 'updates'
  }

  /**
   * Is asked before the room tells more: who reads too slowly has fallen `behind` now, hears nothing until it has read all, and
   * then the rest at once.
   */
  keepUp(room: Room): 'behind' | undefined {
    if (!this.isListening || this.#socket.buffered <= MAX_BUFFERED) return undefined
    this.#listening = { to: 'silence', until: 'read', stateVector: room.told() }
    return 'behind'
  }

  /** Sends what only this one is told. */
  tell(message: Message): void {
    this.#say(new Parcel(message))
  }

  /** Sends what must not be left out: false, and it was not sent, while the other side has not read what it was sent before. */
  offer(parcel: Parcel): boolean {
    if (this.#socket.buffered > MAX_BUFFERED) return false
    this.#say(parcel)
    return true
  }

  /** Sends what was made once for many, and with it what is saved. */
  send(parcel: Parcel): void {
    if (parcel.messages.length === 0 || this.#socket.buffered > MAX_BUFFERED) return
    const saved = this.#takeSaved()
    if (saved === undefined) this.#say(parcel)
    else this.#say(parcel, saved)
  }

  /** Says what is saved, if nothing has been sent since that it could go with. */
  saySaved(): void {
    const saved = this.#takeSaved()
    if (saved !== undefined) this.#say(saved)
  }

  #takeSaved(): Parcel | undefined {
    const frames = this.#options.plenary ? this.#receipts.take() : undefined
    return frames === undefined ? undefined : new Parcel({ kind: 'saved', frames })
  }

  #say(parcel: Parcel, ...more: readonly Parcel[]): void {
    if (this.#state.state !== 'leaving') this.#socket.send(parcel, ...more)
  }

  #drained(): void {
    if (this.#listening.to === 'silence' && this.#listening.until === 'read' && this.#state.state === 'joined') {
      this.#answer(this.#state.room, this.#listening.stateVector)
      this.#state.room.introduce(this)
    }
    if (this.#state.state === 'joined') this.#state.room.ledger.resume(this)
    this.saySaved()
  }

  #hear(frame: Uint8Array | undefined): void {
    if (this.#mayPass(1, frame?.length ?? 0)) this.#take(frame)
    else this.close('too-fast', SENTENCES.tooFast)
  }

  #take(frame: Uint8Array | undefined): void {
    switch (this.#state.state) {
      case 'greeting':
        this.#state.frames.push(frame)
        this.#state.bytes += frame?.length ?? 0
        if (this.#state.bytes > MAX_GREETING) this.close('try-later')
        return
      case 'joined':
        this.#read(this.#state.room, frame === undefined ? 'malformed' : decode(frame))
        return
      case 'leaving':
        return
    }
  }

  #read(room: Room, message: Message | undefined | 'malformed'): void {
    if (message === undefined) return
    if (message === 'malformed') return this.close('malformed')
    switch (message.kind) {
      case 'sync-step-1':
        return this.#ask(room, message.stateVector)
      case 'sync-step-2':
      case 'update':
        return this.#write(room, message.update, message.kind === 'sync-step-2')
      case 'awareness':
        if (!room.hearPresence(this, message.update)) this.close('malformed')
        return
      case 'query-awareness':
        // Of a full meeting that is as much as its minutes.
        if (!this.#mayPass(QUESTION - 1, 0)) return this.close('too-fast', SENTENCES.tooFast)
        return room.introduce(this)
      case 'catch-up':
        if (!this.#mayPass(COMMAND - 1, 0)) return this.close('too-fast', SENTENCES.tooFast)
        return room.ledger.catchUp(this, message.after)
      case 'command':
        if (!this.#mayPass(COMMAND - 1, 0)) return this.close('too-fast', SENTENCES.tooFast)
        return room.ledger.hear(this, message.id, message.command)
      case 'saved':
      case 'notice':
      case 'deflated-update':
      case 'you':
      case 'entries':
      case 'answer':
      case 'whisper':
        // Only a server sends these.
        return this.close('malformed')
    }
  }

  #mayPass(frames: number, bytes: number): boolean {
    const now = this.#options.now()
    const isOwn = this.#frames.take(frames, now) && this.#bytes.take(bytes, now)
    return isOwn && (this.#options.allowance?.take(frames, bytes) ?? true)
  }

  #ask(room: Room, stateVector: Uint8Array): void {
    if (!this.#mayPass(QUESTION - 1, 0)) return this.close('too-fast', SENTENCES.tooFast)
    this.#listening = { to: 'silence', until: 'turn', stateVector: stateVector.slice() }
    this.#socket.inTurn(() => this.#serve(room))
  }

  /** Its turn has come. */
  #serve(room: Room): void {
    if (this.#state.state !== 'joined' || this.#listening.to !== 'silence') return
    const { stateVector } = this.#listening
    if (this.#socket.buffered > MAX_BUFFERED) this.#listening = { to: 'silence', until: 'read', stateVector }
    else this.#answer(room, stateVector)
  }

  #answer(room: Room, stateVector: Uint8Array): void {
    const answer = room.answer(stateVector, this.#options)
    if (answer === undefined) return this.close('malformed')
    this.#listening = { to: 'updates' }
    this.#say(...answer)
  }

  #write(room: Room, update: Uint8Array, isComplete: boolean): void {
    const frame = this.#receipts.receive(isComplete)
    const verdict = room.write(this, frame, update)
    switch (verdict.verdict) {
      case 'fits':
        return
      case 'gap':
        // Once is enough, until the answer has come.
        if (this.#receipts.drop(frame) || isComplete) this.#askAgain(room)
        return
      case 'refused':
        return this.close('refused', verdict.reason)
      case 'malformed':
        return this.close('malformed')
      case 'too-fast':
        return this.close('too-fast', SENTENCES.tooFast)
      case 'not-allowed':
        // A page keeps what it could not send; other clients would only come back with it again and again.
        if (this.isPlenary) this.close('not-allowed', this.#whyNoEdit())
        return
    }
  }

  /** Whoever might write at another level hears of the level, and not that they should ask for a role. */
  #whyNoEdit(): string {
    const { role, level } = this.#permission
    return can(role, 'edit', 'open-floor') && !this.may('edit') ? LEVEL_SENTENCES[level] : WHAT_TO_DO.edit
  }

  /** Something is missing before an update; a step 1 brings it, together with the update itself. */
  #askAgain(room: Room): void {
    const now = this.#options.now()
    this.#repairs = [...this.#repairs.filter((time) => time > now - MINUTE), now]
    if (this.#repairs.length > MAX_REPAIRS) {
      return this.close('refused', 'Your changes build on some that never arrived. Reload the page to begin anew.')
    }
    this.#say(new Parcel({ kind: 'sync-step-1', stateVector: room.told() }))
  }

  #leave(): void {
    if (this.#state.state === 'leaving') return
    const before = this.#state
    this.#state = { state: 'leaving' }
    if (before.state === 'joined') before.room.leave(this)
    for (const closed of this.#closed) closed()
  }
}
