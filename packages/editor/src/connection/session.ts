import type { Notice } from '@plenary/shared/protocol'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'

import type { Ledger } from './ledger.ts'
import type { Observable } from './observable.ts'
import type { Saving } from './saving.ts'

/** One meeting, opened in this page: its document, who is here, and what is saved. */
export interface Session {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly saving: Observable<Saving>
  /** A sentence from the server for the person, such as the disk being full; null when it no longer holds. */
  readonly notice: Observable<Notice | null>
  readonly ledger: Ledger
  /** The document can be shown and edited: it came from this browser or from the server, whichever was first. */
  readonly ready: Promise<void>
  /** Comes back over a new connection at once: the server looks only then who asks. */
  reconnect(): void
  /** Leaves the meeting. What is unsaved stays in this browser. */
  close(): void
}

export interface SessionOptions {
  /** Where `/sync` is; the page's own origin by default. */
  readonly origin?: string
  readonly connect?: (url: string) => WebSocket
}
