import { Bucket } from '../limit/bucket.ts'
import { MEETING_BYTES, MEETING_SIZE, SENTENCES } from '../limit/limits.ts'
import { type Fitting, judge, refused, type Verdict } from './guard.ts'
import type { Journal } from './journal.ts'
import { Known } from './known.ts'
import type { Log } from './log.ts'
import type { Meter } from './meter.ts'
import type { Owners } from './owners.ts'
import type { Session } from './session.ts'
import type { Incoming } from './telling.ts'

export interface DoorOptions {
  readonly log: Log
  readonly journal: Journal<Incoming>
  /** Whose the clients of Yjs are. */
  readonly owners: Owners
  readonly meter: Pick<Meter, 'refused'>
}

/** What becomes of an update that somebody sent. */
export type Outcome =
  | Pick<Fitting, 'verdict'>
  | Exclude<Verdict, Fitting>
  | { readonly verdict: 'too-fast' | 'not-allowed' }

/** Above this many unsaved bytes no more is taken: the disk has been refusing for long. */
const MAX_UNSAVED = 16 * 1024 * 1024

/** The door of one meeting's minutes: judges every update, and sends what fits on its way to the log. */
export class Door {
  readonly #options: DoorOptions
  readonly #inflow = new Bucket(MEETING_BYTES, performance.now())
  /** Of those who may not write: what they send all the same must not take the place of what the others write. */
  readonly #idle = new Bucket(MEETING_BYTES, performance.now())
  /** What is in the log and everything on its way there; found out when somebody writes. */
  #found: Known | undefined

  constructor(options: DoorOptions) {
    this.#options = options
  }

  get #known(): Known {
    this.#found ??= new Known(() => this.#options.log.replica)
    return this.#found
  }

  /** Nobody writes, and everything that was let in is in the log. */
  rest(): void {
    this.#found = undefined
  }

  /** Lets in what a session wrote, if it fits and is theirs to write; the session hears when it is on disk. */
  write(session: Session, frame: number, update: Uint8Array): Outcome {
    const { log, journal, meter } = this.#options
    const inflow = session.may('edit') ? this.#inflow : this.#idle
    if (!inflow.take(update.length, performance.now())) return { verdict: 'too-fast' }
    if (saysNothing(update)) {
      this.#confirm(session, frame)
      return { verdict: 'fits' }
    }
    const verdict = this.#judgeOf(session, update)
    const isNew = verdict.verdict === 'fits' && (verdict.adds || !log.replica.hasDeleted(verdict.deletions))
    // Whoever may not write may still say what is there already: every page does when it joins.
    if (verdict.verdict !== 'malformed' && (verdict.verdict !== 'fits' || isNew) && !session.may('edit')) {
      return { verdict: 'not-allowed' }
    }
    if (verdict.verdict !== 'fits') {
      meter.refused(verdict.verdict)
      return verdict
    }
    this.#known.add(verdict)
    if (!isNew) {
      this.#confirm(session, frame)
      return verdict
    }
    journal.push({ session, frame, update: verdict.update })
    if (journal.bytes > MAX_UNSAVED) session.close('try-later')
    return verdict
  }

  /** What is in a frame was there already: it is saved as soon as all is that came before it, at once where nothing is on its way. */
  #confirm(session: Session, frame: number): void {
    const { journal } = this.#options
    if (!journal.isIdle) return journal.push({ session, frame, update: undefined })
    session.saved(frame)
    session.saySaved()
  }

  /**
   * Lets in what the ledger brings into the minutes; resolves when it is on disk, or with the reason why they can never take it.
   * Rejects where it does not fit: a mistake of ours.
   */
  async inscribe(update: Uint8Array, through: number): Promise<string | undefined> {
    const verdict = this.#judge(update)
    if (verdict.verdict === 'refused') return verdict.reason
    if (verdict.verdict !== 'fits') throw new Error(`what the ledger says cannot be inscribed: ${verdict.verdict}`)
    this.#known.add(verdict)
    await new Promise<void>((stored) => {
      this.#options.journal.push({ update: verdict.update, inscribed: through, stored })
    })
    return undefined
  }

  /** Nobody goes on with what somebody else wrote. */
  #judgeOf(session: Session, update: Uint8Array): Verdict {
    const verdict = this.#judge(update)
    if (verdict.verdict !== 'fits' || !verdict.adds || !session.may('edit')) return verdict
    const isOwn = this.#options.owners.admit(verdict.clocks, this.#known.clocks, session.member)
    return isOwn ? verdict : refused('foreign')
  }

  #judge(update: Uint8Array): Verdict {
    const verdict = judge(update, this.#known)
    const isTooLarge = verdict.verdict === 'fits' && verdict.adds && this.#size + update.length > MEETING_SIZE
    return isTooLarge ? { verdict: 'refused', refusal: 'extent', reason: SENTENCES.tooLarge } : verdict
  }

  /** Bytes of the minutes, with all that is on its way there. */
  get #size(): number {
    return this.#options.log.size + this.#options.journal.bytes
  }
}

/** Whoever comes with nothing says so, and nothing has to be known of the minutes to judge that. */
function saysNothing(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}
