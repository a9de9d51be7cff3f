import type { Message } from '@plenary/shared/protocol'

import { type Entry, updatesOf } from './journal.ts'
import { Parcel } from './parcel.ts'
import { merge } from './pile.ts'
import type { News } from './presence.ts'
import type { Session } from './session.ts'

/** An update on its way to disk: from a page, by which frame, or from the ledger, which is inscribed so far with it. */
export type Incoming = Sent | Inscription

export interface Sent extends Entry {
  readonly session: Session
  readonly frame: number
}

export interface Inscription extends Entry {
  readonly session?: undefined
  readonly inscribed: number
  /** Called once it is on disk. */
  readonly stored: () => void
}

/** What is new on disk: the updates as they came, and all of them as one. */
export interface Written {
  readonly entries: readonly Incoming[]
  readonly update: Uint8Array
}

/** With more writers than this in one commit, they get back their own updates too: sparing them costs more than it saves. */
const MAX_SPARED = 4

/** Tells everybody what others wrote and who is here (`news`), in one piece each. */
export function tell(sessions: Iterable<Session>, news: News<Session> | undefined, written?: Written): void {
  const messages: Message[] = news === undefined ? [] : [{ kind: 'awareness', update: news.update }]
  const onlyNews = new Parcel(...messages)
  const parcelOf = (update: Uint8Array): Parcel => new Parcel({ kind: 'update', update }, ...messages)
  const all = written === undefined ? onlyNews : parcelOf(written.update)

  const entries = written?.entries ?? []
  const writers = new Set(entries.map(({ session }) => session))
  const newTo = (session: Session): Parcel => {
    if (!session.isListening) return onlyNews
    if (!writers.has(session) || writers.size > MAX_SPARED) return all
    return writers.size === 1 ? onlyNews : parcelOf(ofOthers(session, entries))
  }
  for (const session of sessions) {
    const parcel = newTo(session)
    if (parcel !== onlyNews || session !== news?.saidBy) session.send(parcel)
  }
}

function ofOthers(session: Session, entries: readonly Incoming[]): Uint8Array {
  return merge(updatesOf(entries.filter((entry) => entry.session !== session)))
}
