import type { Command, LedgerState, Refusal } from '@plenary/shared/ledger'
import type { Whisper, You } from '@plenary/shared/protocol'

import type { Observable } from './observable.ts'

/** What became of a command. `unanswered`: nobody knows from here, as the server could not be reached. */
export type Done =
  | { readonly ok: true; /** Of the last entry that it made. */ readonly sequence: number }
  | { readonly ok: false; readonly code: Refusal['code'] | 'unanswered'; readonly message: string }

/** The record of the meeting as the server vouches for it, kept true, and the way to ask for something in it. */
export interface Ledger {
  readonly state: Observable<LedgerState>
  /**
   * As far as it is history for this page: what was entered before the page came, or was a few seconds old when it heard of it. Nobody
   * wants that told as news, or done again.
   */
  readonly past: () => LedgerState
  /** Who this page is for the server; null until it has said so. */
  readonly you: Observable<You | null>
  /** Words for this person alone, the newest last. */
  readonly whispers: Observable<readonly Whisper[]>
  /** The server's time (ms). */
  readonly now: () => number
  /** Asks the server to do something. Asked again after a lost connection until there is an answer, and done once. */
  readonly command: (command: Command) => Promise<Done>
  readonly dismiss: (whisper: Whisper) => void
}
