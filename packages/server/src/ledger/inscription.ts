import {
  type Change,
  checkIn,
  consentRecorded,
  factsOf,
  leave,
  type Named,
  notReached,
  noteTakers,
  pollResult,
  type ResultPlace,
  strike,
} from '@plenary/shared/blocks'
import { apply, type DocJson, read } from '@plenary/shared/document'
import {
  type Attendee,
  type Entry,
  type EventOf,
  type EventType,
  type LedgerEvent,
  type LedgerState,
  openOf,
  reduce,
} from '@plenary/shared/ledger'
import { type Forms, formsFrom, type HouseStyle } from '@plenary/shared/style'
import * as Y from 'yjs'

import { localTime } from './local-time.ts'
import { writeChanges } from './write-changes.ts'

/** Entries that are to be brought into minutes. */
export interface Brought {
  readonly entries: readonly Entry[]
  /** What the ledger came to before them. */
  readonly before: LedgerState
  readonly style: HouseStyle
}

export interface Inscribed {
  /** What puts them there; undefined where nothing has to change. */
  readonly update: Uint8Array | undefined
  /** Entries that could not be written: a mistake of ours, which keeps no other from it. */
  readonly failed: readonly FailedEntry[]
}

export interface FailedEntry {
  readonly sequence: number
  /** What went wrong, for the log: errors themselves do not come whole out of a worker. */
  readonly reason: string
}

/** Brings what entries say into minutes, given and answered as updates of Yjs. What stands there already is not said again. */
export function inscribe(minutes: Uint8Array, { entries, before, style }: Brought): Inscribed {
  const doc = new Y.Doc()
  try {
    apply(doc, [minutes])
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const failed: FailedEntry[] = []
    let state = before
    for (const entry of entries) {
      state = reduce(state, entry)
      const reason = isInscribed(entry) ? write(doc, entry, state, style) : undefined
      if (reason !== undefined) failed.push({ sequence: entry.sequence, reason })
    }
    return { update: updates.length === 0 ? undefined : Y.mergeUpdates(updates), failed }
  } finally {
    doc.destroy()
  }
}

/** The answer says why it could not be done. */
function write(doc: Y.Doc, entry: Entry, state: LedgerState, style: HouseStyle): string | undefined {
  try {
    const changes = changesOf(read(doc), entry, state, style)
    if (changes.length > 0) writeChanges(doc, changes)
    return undefined
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

/** The minutes, and what they are written by. */
interface Page {
  readonly document: DocJson
  /** What the ledger comes to with the entry. */
  readonly state: LedgerState
  readonly time: string
  readonly forms: Forms
  readonly place: ResultPlace
}

/** What each kind of entry changes in the minutes; the others have nothing to say there. */
const WRITTEN: { readonly [Type in EventType]?: (event: EventOf<Type>, page: Page) => readonly Change[] } = {
  'checked-in': ({ attendee, as }, page) =>
    checkIn(page.document, namedOf(attendee), as, as === 'late' ? clockOf(page) : null, page.forms.attendance),
  left: ({ attendee }, page) => leave(page.document, namedOf(attendee), clockOf(page)),
  struck: ({ attendee }, { document }) => strike(document, namedOf(attendee)),
  'note-taking-begun': (_, { document, state, forms }) => noteTakers(document, takersIn(state), forms.noteTaker),
  'poll-closed': ({ poll: id }, { document, state, place }) => {
    const poll = state.polls.find(({ poll }) => poll === id)
    if (poll?.result == null) return []
    return pollResult(document, poll.terms.block, poll.terms, poll.result, poll.reasons, place)
  },
  'consent-recorded': ({ consent, present }, { document, state, place }) => {
    const call = state.consents.find((each) => each.consent === consent)
    return call === undefined ? [] : consentRecorded(document, call.block, call.wording, present, place)
  },
  'meeting-ended': ({ notReached: items }, { document, forms }) => notReached(document, items, forms.notReached),
}

/** Whether an entry has anything to say in the minutes. */
export function isInscribed({ event }: Entry): boolean {
  return WRITTEN[event.type] !== undefined
}

function changesOf(
  document: DocJson,
  { event, time }: Entry,
  state: LedgerState,
  style: HouseStyle,
): readonly Change[] {
  const write = WRITTEN[event.type] as ((event: LedgerEvent, page: Page) => readonly Change[]) | undefined
  const forms = formsFrom(style)
  const { poll, speaker } = forms
  const place = { poll, speaker, areItems: style.notes.areItems, item: openOf(state.agenda) ?? null }
  return write?.(event, { document, state, time, forms, place }) ?? []
}

function clockOf({ document, time }: Page): string {
  return localTime(time, factsOf(document).timeZone)
}

function namedOf({ name, affiliation, handle }: Attendee): Named {
  return { name, ...(affiliation !== undefined && { affiliation }), ...(handle !== undefined && { handle }) }
}

/** Everybody who has taken notes, once, in the order in which they began. */
function takersIn({ noteTaking, attendance }: LedgerState): Named[] {
  const people = new Map(noteTaking.map(({ person, name }) => [person, name]))
  return [...people].map(([person, name]) => {
    const row = attendance.find(({ attendee }) => attendee.person === person)
    return row === undefined ? { name } : namedOf(row.attendee)
  })
}
