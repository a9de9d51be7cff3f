import { contentOf } from '@plenary/shared/document'
import { type CloseReason, decode, encode, type Message, type Notice } from '@plenary/shared/protocol'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { addressOf, type MeetingRef } from './address.ts'
import { AwarenessLink } from './awareness.ts'
import { listenToBrowser } from './browser.ts'
import { calm } from './calm.ts'
import { copyName, LocalCopy } from './copy.ts'
import { Inbox, REMOTE } from './inbox.ts'
import { LedgerLink } from './ledger-link.ts'
import { createValue, type Observable } from './observable.ts'
import { Pulse } from './pulse.ts'
import { readQuietly } from './quiet.ts'
import { isUrgent, type Link, sameSaving, type Saving, savingOf } from './saving.ts'
import type { Session, SessionOptions } from './session.ts'
import { Socket } from './socket.ts'
import { type Unpacked, Unpacker } from './unpacker.ts'
import { Unsaved } from './unsaved.ts'

/** Opens a meeting; it connects by itself, and comes back by itself. */
export function openSession(meeting: MeetingRef, options: SessionOptions = {}): Session {
  return new OpenSession(meeting, options)
}

/** The origin of transactions that came from this browser's copy. */
const COPY = Symbol('copy')
const TICK = 500
/** An answer may take this long (ms) when the network may well be gone: the browser says so, or the page has been away. */
const SHORT_PATIENCE = 2_000

/** Puts the parts together: the socket, the copy in this browser, what comes in, what is unsaved, and who is here. */
class OpenSession implements Session {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly saving: Observable<Saving>
  readonly notice = createValue<Notice | null>(null)
  readonly ledger = new LedgerLink((message) => this.socket.send(encode(message)))
  readonly ready: Promise<void>

  private readonly exact = createValue<Saving>({ state: 'loading' }, sameSaving)
  private readonly socket: Socket
  private readonly inbox: Inbox
  private readonly others: AwarenessLink
  private readonly copy: LocalCopy
  private readonly unsaved = new Unsaved()
  private readonly unpacker = new Unpacker((message) => this.take(message))
  private readonly leaving = new AbortController()
  private readonly ticker: ReturnType<typeof setInterval>
  private pulse = new Pulse(Date.now())
  private link: Link = { state: 'first' }
  /** What the server had when this connection carried our sync step 2; only after that may single updates follow. */
  private told: Uint8Array | undefined
  /** Whether this connection has brought the server's sync step 2. */
  private heard = false
  private savedAt: Date | null = null
  private becomeReady: () => void = () => undefined

  constructor(meeting: MeetingRef, { origin = location.origin, connect }: SessionOptions) {
    this.saving = calm(this.exact, isUrgent)
    this.ready = new Promise((resolve) => (this.becomeReady = resolve))
    this.socket = new Socket(addressOf(meeting, origin), this, connect)
    this.inbox = new Inbox(this.doc, () => this.ask())
    this.others = new AwarenessLink(this.awareness, (frame) => this.socket.send(frame))
    this.copy = new LocalCopy(
      copyName(meeting),
      () => Y.encodeStateAsUpdate(this.doc),
      () => this.show(),
    )
    readQuietly(this.doc)
    this.doc.on('update', this.changed)
    this.ticker = setInterval(() => this.tick(), TICK)
    listenToBrowser(
      {
        wake: () => this.wake(),
        offline: () => this.socket.isOpen && this.ask(SHORT_PATIENCE),
        mayLose: () => this.mayLose,
        hide: () => this.copy.write(),
      },
      this.leaving.signal,
    )
    void this.openCopy()
    this.socket.open()
  }

  close(): void {
    if (this.leaving.signal.aborted) return
    this.leaving.abort()
    clearInterval(this.ticker)
    this.inbox.flush()
    this.inbox.close()
    this.ledger.close()
    this.awareness.setLocalState(null)
    this.others.sendNow()
    this.others.close()
    this.socket.close()
    void this.copy.close()
    this.doc.destroy()
  }

  reconnect(): void {
    if (!this.socket.isOpen) return
    this.socket.drop()
    // Nothing is wrong with the network: nobody has to hear that this page is offline.
    this.link = { state: 'first' }
    this.show()
    this.socket.open()
  }

  opened(): void {
    this.pulse = new Pulse(Date.now())
    this.unsaved.restart()
    this.unpacker.restart()
    this.ask()
  }

  received(frame: Uint8Array): void {
    this.pulse.heard(Date.now())
    this.unpacker.receive(decode(frame))
  }

  lost(): void {
    this.leave({ state: 'away' })
  }

  stopped(reason: CloseReason): void {
    this.leave({ state: 'stopped', reason })
    this.ledger.close()
    if (reason === 'refused' || reason === 'not-allowed') void this.copy.setAside(this.unsaved.changes > 0)
  }

  private take(message: Unpacked | 'malformed'): void {
    if (message === 'malformed') this.socket.drop()
    else this.follow(message)
    this.show()
  }

  private follow(message: Unpacked): void {
    switch (message.kind) {
      case 'sync-step-1':
        this.tell(message.stateVector)
        break
      case 'sync-step-2':
        this.inbox.add(message.update)
        this.inbox.flush()
        this.pulse.answered(Date.now())
        this.heard = true
        this.becomeReady()
        this.goLive()
        break
      case 'update':
        this.inbox.add(message.update)
        break
      case 'awareness':
        this.others.receive(message.update)
        break
      case 'query-awareness':
        this.others.sendNow()
        break
      case 'saved':
        this.acknowledge(message.frames)
        break
      case 'notice':
        this.notice.set(message.notice.code === 'storage-ok' ? null : message.notice)
        break
      case 'you':
        this.ledger.hearYou(message.you)
        break
      case 'entries':
        this.ledger.hearEntries(message.entries)
        break
      case 'answer':
        this.ledger.hearAnswer(message.answer)
        break
      case 'whisper':
        this.ledger.hearWhisper(message.whisper)
        break
      case 'catch-up':
      case 'command':
        // Only a page says these.
        break
    }
  }

  /** What do you have that I lack? The answer also shows that the connection leads somewhere. */
  private ask(patience?: number): void {
    this.pulse.asked(Date.now(), patience)
    this.socket.send(encode({ kind: 'sync-step-1', stateVector: Y.encodeStateVector(this.doc) }))
  }

  /** Sends all that the server lacks, which covers everything unsent and everything that an earlier connection lost. */
  private tell(stateVector: Uint8Array): void {
    // The server lets us in: what it said when it did not no longer holds.
    if (this.told === undefined) this.notice.set(null)
    try {
      const update = Y.encodeStateAsUpdate(this.doc, stateVector)
      this.send({ kind: 'sync-step-2', update })
      this.told = stateVector.slice()
    } catch {
      // Bytes that are no state vector: whatever this server is, another try may meet a better one.
      this.socket.drop()
      return
    }
    this.goLive()
  }

  private goLive(): void {
    if (this.told === undefined || !this.heard || this.link.state === 'live') return
    this.link = { state: 'live' }
    this.others.begin()
    this.ledger.begin()
  }

  private leave(link: Link): void {
    this.unpacker.restart()
    this.link = link
    this.told = undefined
    this.heard = false
    this.unsaved.restart()
    this.others.end()
    this.ledger.end()
    this.show()
  }

  private acknowledge(frames: number): void {
    const before = this.unsaved.changes
    this.unsaved.saved(frames)
    if (this.unsaved.changes === before) return
    this.savedAt = new Date()
    this.notice.set(null)
    if (this.unsaved.changes === 0) this.copy.forget()
  }

  private readonly changed = (update: Uint8Array, from: unknown): void => {
    if (from === COPY) return
    if (from === REMOTE) {
      this.copy.append(update)
      return
    }
    this.unsaved.add(1)
    this.copy.append(update, this.unsaved.changes)
    if (this.told !== undefined) this.send({ kind: 'update', update })
    this.show()
  }

  private send(message: Message & { readonly kind: 'sync-step-2' | 'update' }): void {
    this.unsaved.sent(Date.now())
    this.socket.send(encode(message))
  }

  /** Brings back what an earlier page left here. A browser that keeps nothing is no error; the words say so. */
  private async openCopy(): Promise<void> {
    const left = await this.copy.open().catch(() => undefined)
    if (left === undefined || this.leaving.signal.aborted) return
    Y.transact(this.doc, () => left.updates.forEach((update) => applyKept(this.doc, update)), COPY, false)
    this.unsaved.add(left.unsaved)
    if (contentOf(this.doc).length > 0) this.becomeReady()
    // The server answered before this browser did: our step 2 had none of this.
    if (this.told !== undefined && left.updates.length > 0) {
      this.send({ kind: 'update', update: Y.encodeStateAsUpdate(this.doc, this.told) })
    }
    this.show()
  }

  private tick(): void {
    if (!this.socket.isOpen) return
    const verdict = this.pulse.judge(Date.now(), this.unsaved.waitingSince)
    if (verdict === 'ask') this.ask()
    if (verdict === 'dead') this.socket.drop()
  }

  private wake(): void {
    if (this.socket.isOpen) this.ask(SHORT_PATIENCE)
    else if (this.link.state !== 'stopped') this.socket.open()
  }

  /** Whether closing this page now may lose text, or leave it in this browser although it would be saved in a moment. */
  private get mayLose(): boolean {
    return this.unsaved.changes > 0 && !(this.link.state === 'away' && this.copy.isSettled)
  }

  private show(): void {
    const { link, savedAt } = this
    this.exact.set(savingOf({ link, changes: this.unsaved.changes, kept: this.copy.isKept, savedAt }))
  }
}

function applyKept(doc: Y.Doc, update: Uint8Array): void {
  try {
    Y.applyUpdate(doc, update, COPY)
  } catch {
    // A damaged record of this browser's copy is passed over: the server has the rest, and says what is missing.
  }
}
