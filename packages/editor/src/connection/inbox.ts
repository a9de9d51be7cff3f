import * as Y from 'yjs'

/** The origin of transactions that came from the server. */
export const REMOTE = Symbol('remote')

/** With more people typing than this, or after a frame longer than this (ms), updates are gathered for longer. */
const BUSY_PEOPLE = 5
const LONG_FRAME = 12
const BUSY_DELAY = 60
/** Who wrote within this time (ms) counts as writing now. */
const RECENT = 2_000
const HIDDEN_DELAY = 200
/** While an input method composes a word, updates wait for its end, but never longer than this (ms). */
const COMPOSING_DELAY = 5_000
/** ProseMirror takes the composed word in within this time (ms) after its end. */
const COMPOSED_DELAY = 50

/**
 * Applies what other people write, all that came in together as one transaction per animation frame: each transaction costs
 * one rendering of the page, and twenty typists would otherwise take the main thread from the person who sits here.
 */
export class Inbox {
  private readonly doc: Y.Doc
  private readonly onBroken: () => void
  private waiting: Uint8Array[] = []
  private cancel: (() => void) | undefined
  private busy = false
  /** When each of the others was last seen writing, by client id. */
  private readonly writers = new Map<number, number>()
  private composing = false
  private readonly leaving = new AbortController()

  /** `onBroken`: bytes came in that are no update; the rest was applied, and whoever listens should ask for all again. */
  constructor(doc: Y.Doc, onBroken: () => void) {
    this.doc = doc
    this.onBroken = onBroken
    const { signal } = this.leaving
    document.addEventListener('compositionstart', () => this.compose(true), { signal })
    document.addEventListener('compositionend', () => this.compose(false), { signal })
  }

  add(update: Uint8Array): void {
    this.waiting.push(update)
    this.cancel ??= this.plan()
  }

  /** Applies everything now. */
  flush(): void {
    this.cancel?.()
    this.cancel = undefined
    const updates = this.waiting
    this.waiting = []
    if (updates.length === 0) return
    const began = performance.now()
    const broken = this.apply(updates, began)
    for (const [client, at] of this.writers) if (began - at > RECENT) this.writers.delete(client)
    this.busy = this.writers.size > BUSY_PEOPLE || performance.now() - began > LONG_FRAME
    if (broken) this.onBroken()
  }

  close(): void {
    this.leaving.abort()
    this.cancel?.()
    this.cancel = undefined
    this.waiting = []
  }

  private apply(updates: readonly Uint8Array[], now: number): boolean {
    let broken = false
    const note = ({ beforeState, afterState }: Y.Transaction): void => {
      for (const [client, clock] of afterState) if (beforeState.get(client) !== clock) this.writers.set(client, now)
    }
    this.doc.once('afterTransaction', note)
    Y.transact(
      this.doc,
      () => {
        for (const update of updates) {
          try {
            Y.applyUpdate(this.doc, update, REMOTE)
          } catch {
            broken = true
          }
        }
      },
      REMOTE,
      false,
    )
    return broken
  }

  /** Somebody else's letter in the run of text that is being composed would make the browser break the word off. */
  private compose(composing: boolean): void {
    this.composing = composing
    if (this.cancel === undefined) return
    this.cancel()
    this.cancel = later(() => this.flush(), composing ? COMPOSING_DELAY : COMPOSED_DELAY)
  }

  private plan(): () => void {
    if (this.composing) return later(() => this.flush(), COMPOSING_DELAY)
    // A hidden page gets no animation frames; a visible one that is busy gets a pause first.
    if (document.hidden) return later(() => this.flush(), HIDDEN_DELAY)
    if (!this.busy) return nextFrame(() => this.flush())
    return later(() => (this.cancel = nextFrame(() => this.flush())), BUSY_DELAY)
  }
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** The next animation frame, or a timer where the page is hidden before that comes. */
function nextFrame(run: () => void): () => void {
  const cancelTimer = later(() => finish(), HIDDEN_DELAY)
  const frame = requestAnimationFrame(() => finish())
  const cancel = (): void => {
    cancelTimer()
    cancelAnimationFrame(frame)
  }
  const finish = (): void => {
    cancel()
    run()
  }
  return cancel
}
