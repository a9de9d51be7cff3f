import * as Y from 'yjs'

/** The origin of transactions that came from the server. */
export const REMOTE = Symbol('remote')

/** With more people typing than this, or after a change that took longer (ms), updates are gathered for longer. */
const BUSY_PEOPLE = 5
const LONG_CHANGE = 12
const BUSY_DELAY = 80
/** One frame of the screen (ms). */
const FRAME = 16
/** Who wrote within this time (ms) counts as writing now. */
const RECENT = 2_000
const HIDDEN_DELAY = 200
/** While an input method composes a word, updates wait for its end, but at most so long (ms) after its last key. */
const COMPOSING_DELAY = 5_000
/** ProseMirror takes the composed word in within this time (ms) after its end. */
const COMPOSED_DELAY = 50

/**
 * Applies what other people write, all that came in together as one transaction, and one in a frame at most: each transaction
 * costs a rendering of the page, and twenty typists would otherwise take the main thread from the person who sits here.
 */
export class Inbox {
  private readonly doc: Y.Doc
  private readonly onBroken: () => void
  private waiting: Uint8Array[] = []
  private cancel: (() => void) | undefined
  private busy = false
  private appliedAt = -Infinity
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
    document.addEventListener('compositionupdate', () => this.compose(true), { signal })
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
    this.appliedAt = began
    const broken = this.apply(updates, began)
    for (const [client, at] of this.writers) if (began - at > RECENT) this.writers.delete(client)
    this.busy = this.writers.size > BUSY_PEOPLE || performance.now() - began > LONG_CHANGE
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
    if (document.hidden) return later(() => this.flush(), HIDDEN_DELAY)
    // Not in an animation frame: what a change of the text asks for, such as the carets, is then drawn in the same one.
    const delay = this.busy ? BUSY_DELAY : Math.max(0, this.appliedAt + FRAME - performance.now())
    return later(() => this.flush(), delay)
  }
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
