import type { Habits } from '@plenary/shared/markdown'
import type { Meeting, MeetingId } from '@plenary/shared/meeting'
import * as Y from 'yjs'

import { createValue } from '../connection/observable.ts'
import type { Session } from '../connection/session.ts'
import type { Answer, Exported, Problem, Question } from './message.ts'

/** What the export panel shows. A text stays visible while the next one is made. */
export type ExportState =
  | { readonly state: 'none' }
  | ({ readonly state: 'failed' } & Problem)
  | { readonly state: 'printed'; readonly exported: Exported }

/** The text that can be had, at best the file; null where there is none. */
export function textOf(state: ExportState): string | null {
  switch (state.state) {
    case 'none':
      return null
    case 'failed':
      return state.text
    case 'printed':
      return state.exported.text
  }
}

/** The little of a `Worker` that is needed here. */
export interface LensWorker {
  postMessage(question: Question): void
  addEventListener(type: 'message', listener: (event: { data: Answer }) => void): void
  addEventListener(type: 'error', listener: () => void): void
  terminate(): void
}

/** The worker is asked when nobody has typed for `PAUSE`, but after `LONGEST` at the latest (ms). */
const PAUSE = 200
const LONGEST = 1_000

/**
 * The page's side of a second copy of the document, in a worker: on a keystroke the page only puts the update aside; reading
 * the whole document, its title, printing it and comparing it with the imported file all happen over there. One question
 * is under way at a time, so what comes in meanwhile is answered once, with the newest text.
 */
export class Replica {
  readonly title = createValue<string | null>(null)
  readonly exported = createValue<ExportState>({ state: 'none' })

  private readonly doc: Y.Doc
  private readonly meeting: Meeting
  private readonly start: () => LensWorker
  private worker: LensWorker | undefined
  private isReady = false
  private isClosed = false
  private updates: Uint8Array[] = []
  private since: number | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private isAsking = false
  /** Whether somebody looks at the text, and whether the last question asked for it. */
  private isShown = false
  private isPrinted = false
  /** As a house style asks for it; null: as the imported text is written. */
  private habits: Habits | null = null
  /** Those who wait for a text with everything in it. */
  private waiting: (() => void)[] = []

  /** Nothing is started before the document is there, and then only when it changes or somebody asks. */
  constructor(session: Pick<Session, 'doc' | 'ready'>, meeting: Meeting, start: () => LensWorker) {
    this.doc = session.doc
    this.meeting = meeting
    this.start = start
    void session.ready.then(() => this.begin())
  }

  /** Whether the text is wanted from now on, or the title only. */
  show(isShown: boolean): void {
    this.isShown = isShown
    if (isShown && !this.isPrinted) this.ask()
  }

  get id(): MeetingId {
    return this.meeting.id
  }

  /** How new text is written from now on. */
  write(habits: Habits | null): void {
    this.habits = habits
    this.isPrinted = false
    if (this.isShown) this.ask()
  }

  /** The text with every change that was made before the call. */
  async newest(): Promise<ExportState> {
    if (this.exported.get().state === 'failed') this.isPrinted = false
    if (this.updates.length > 0 || this.isAsking || !this.isPrinted) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve)
        this.ask()
      })
    }
    return this.exported.get()
  }

  close(): void {
    this.isClosed = true
    clearTimeout(this.timer)
    this.doc.off('update', this.changed)
    this.worker?.terminate()
  }

  private begin(): void {
    if (this.isClosed) return
    this.isReady = true
    this.doc.on('update', this.changed)
    if (this.isShown || this.waiting.length > 0) this.ask()
  }

  private readonly changed = (update: Uint8Array): void => {
    if (this.worker !== undefined) this.updates.push(update)
    this.plan()
  }

  private plan(): void {
    const now = performance.now()
    this.since ??= now
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ask(), Math.min(PAUSE, this.since + LONGEST - now))
  }

  private ask(): void {
    if (this.isAsking || !this.isReady) return
    this.worker ??= this.startWorker()
    clearTimeout(this.timer)
    this.since = null
    this.isAsking = true
    this.isPrinted = this.isShown || this.waiting.length > 0
    const { id, base } = this.meeting
    const print = this.isPrinted ? { id, hasBase: base !== null, habits: this.habits } : null
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    this.worker.postMessage({ updates: this.updates, print })
    this.updates = []
  }

  private startWorker(): LensWorker {
    const worker = this.start()
    worker.addEventListener('message', ({ data }) => this.take(data))
    worker.addEventListener('error', () => this.lose(worker))
    this.updates = [Y.encodeStateAsUpdate(this.doc)]
    return worker
  }

  /** The worker could not be loaded, or broke. The next question starts another. */
  private lose(worker: LensWorker): void {
    if (worker !== this.worker) return
    worker.terminate()
    this.worker = undefined
    this.isAsking = false
    this.exported.set({ state: 'failed', problem: 'The export could not be started. Try again.', text: null })
    for (const tell of this.waiting.splice(0)) tell()
  }

  private take({ title, exported }: Answer): void {
    this.isAsking = false
    this.title.set(title)
    if (exported !== null) {
      this.exported.set('problem' in exported ? { state: 'failed', ...exported } : { state: 'printed', exported })
    }
    const isNewest = this.updates.length === 0 && this.isPrinted
    if (isNewest) for (const tell of this.waiting.splice(0)) tell()
    else if (this.waiting.length > 0 || (this.isShown && !this.isPrinted)) this.ask()
    else if (this.updates.length > 0) this.plan()
  }
}
