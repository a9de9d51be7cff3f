import * as Y from 'yjs'

/** The origin of transactions that came from the server. */
export const REMOTE = Symbol('remote')

/** With more people typing than this, or after a frame longer than this (ms), updates are gathered for longer. */
const BUSY_PEOPLE = 5
const LONG_FRAME = 12
const BUSY_DELAY = 60
const HIDDEN_DELAY = 200

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

  /** `onBroken`: bytes came in that are no update; the rest was applied, and whoever listens should ask for all again. */
  constructor(doc: Y.Doc, onBroken: () => void) {
    this.doc = doc
    this.onBroken = onBroken
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
    const broken = this.apply(updates)
    this.busy = updates.length > BUSY_PEOPLE || performance.now() - began > LONG_FRAME
    if (broken) this.onBroken()
  }

  close(): void {
    this.cancel?.()
    this.cancel = undefined
    this.waiting = []
  }

  private apply(updates: readonly Uint8Array[]): boolean {
    let broken = false
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

  private plan(): () => void {
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
