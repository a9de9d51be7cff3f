import { type PollForm, type Presence, type Problem, type Roster } from '@plenary/shared/blocks'

import type { Entries, Entry } from './entries.ts'
import type { Reading } from './state.ts'

/** All that the side of the page shows, as plain values: no positions, so that it changes only when there is something to see. */
export interface Overview {
  readonly missing: readonly MissingRow[]
  readonly outline: readonly OutlineRow[]
  readonly people: readonly PersonRow[]
  /** As written. */
  readonly noteTakers: readonly string[]
  /** Whether there is a place in the minutes to add somebody to. */
  readonly hasAttendance: boolean
  readonly actions: readonly ActionRow[]
  readonly decisions: readonly DecisionRow[]
  readonly polls: readonly PollRow[]
}

/** A piece that the minutes still lack. */
export interface MissingRow extends Row {
  readonly kind: Problem['kind']
  /** Whom or what it is about, in the words of the minutes. */
  readonly about: string
  /** Who may be meant. */
  readonly names: readonly string[]
}

/** Everything in a row is named by the key of its entry, which stays while the line is edited and moved. */
interface Row {
  readonly key: string
}

export interface OutlineRow extends Row {
  readonly text: string
  /** 0 for what stands in nothing else. */
  readonly depth: number
  /** It stands among the headings, and is none itself. */
  readonly isTopic: boolean
  /** The key of its topic, by which timebox and presenter are set; null for a heading that is none of the agenda. */
  readonly topic: string | null
  readonly minutes: number | null
  readonly presenters: readonly string[]
}

export interface PersonRow extends Row {
  readonly name: string
  readonly initials: string | null
  readonly affiliation: string | null
  readonly state: Presence
}

export interface ActionRow extends Row {
  readonly text: string
  readonly owners: readonly OwnerRow[]
  readonly due: string | null
  readonly done: boolean
}

export interface OwnerRow {
  readonly written: string
  /** Who of the attendance that is, where it is one person. */
  readonly name: string | null
}

export interface DecisionRow extends Row {
  readonly text: string
}

export interface PollRow extends Row {
  /** Of its block; null where it has none yet. */
  readonly id: string | null
  readonly question: string
  readonly form: PollForm
  readonly options: readonly { readonly label: string; readonly count: number | null }[]
  readonly abstain: number | null
  readonly outcome: string | null
  /** Who said that this is the outcome. */
  readonly declaredBy: string | null
}

export const EMPTY: Overview = {
  missing: [],
  outline: [],
  people: [],
  noteTakers: [],
  hasAttendance: false,
  actions: [],
  decisions: [],
  polls: [],
}

/** The overview of a reading. What is as it was before is the very same object, so that nobody draws it again. */
export function overviewOf({ understanding, entries }: Reading, before: Overview): Overview {
  return settled(before, {
    missing: entries.problem.map(missingRow),
    outline: outline(entries),
    people: entries.person.map(personRow),
    noteTakers: understanding.noteTakers.map(({ value }) => value),
    hasAttendance: understanding.attendances.length > 0,
    actions: entries.action.map((entry) => actionRow(entry, understanding.roster)),
    decisions: entries.decision.map(({ key, value }) => ({ key, text: value.text.value })),
    polls: entries.poll.map(pollRow),
  })
}

function missingRow({ key, value }: Entry<'problem'>): MissingRow {
  const { kind } = value
  switch (kind) {
    case 'action-without-owner':
      return { key, kind, about: value.action.text.value, names: [] }
    case 'poll-without-outcome':
      return { key, kind, about: value.poll.question.value, names: [] }
    case 'unlisted-speaker':
    case 'unknown-initials':
      return { key, kind, about: value.written, names: [] }
    case 'ambiguous-name':
      return { key, kind, about: value.written, names: value.names }
  }
}

/** Headings and the topics of the agenda, as they stand; a heading that is a topic stands there once. */
function outline({ heading, topic }: Entries): OutlineRow[] {
  const planned = new Map(topic.map((entry) => [entry.line.from, entry]))
  const top = Math.min(...heading.map(({ value }) => value.level))
  const headings = heading.map((entry) => ({
    at: entry.line.from,
    row: {
      key: entry.key,
      // What its timebox and presenter say stands beside it.
      text: planned.get(entry.line.from)?.value.item.text ?? entry.value.text,
      depth: entry.value.level - top,
      isTopic: false,
      ...plan(planned.get(entry.line.from)),
    },
  }))
  const places = new Set(headings.map(({ at }) => at))
  const topics = topic.flatMap((entry) => {
    if (places.has(entry.line.from)) return []
    const under = headings.findLast(({ at }) => at < entry.line.from)?.row.depth ?? -1
    const depth = under + 1 + entry.value.depth
    const row = { key: entry.key, text: entry.value.item.text, depth, isTopic: true, ...plan(entry) }
    return [{ at: entry.line.from, row }]
  })
  return [...headings, ...topics].sort((a, b) => a.at - b.at).map(({ row }) => row)
}

function plan(entry: Entry<'topic'> | undefined): Pick<OutlineRow, 'topic' | 'minutes' | 'presenters'> {
  const { minutes, presenter } = entry?.value.item ?? {}
  return {
    topic: entry?.key ?? null,
    minutes: minutes?.value ?? null,
    presenters: presenter?.value.split(', ') ?? [],
  }
}

function personRow({ key, value }: Entry<'person'>): PersonRow {
  const { name, initials = null, affiliation = null, state } = value.attendee
  return { key, name, initials, affiliation, state }
}

function actionRow({ key, value: { text, owners, due, done } }: Entry<'action'>, roster: Roster): ActionRow {
  const ownerRows = owners.map(({ value }) => {
    const who = roster.resolve(value)
    return { written: value, name: who.state === 'one' ? who.name : null }
  })
  return { key, text: text.value, owners: ownerRows, due: due?.value ?? null, done }
}

function pollRow({ key, value }: Entry<'poll'>): PollRow {
  return {
    key,
    id: value.carrier.id,
    question: value.question.value,
    form: value.form,
    options: value.options.map(({ label, count }) => ({ label, count: count.value })),
    abstain: value.abstain?.value ?? null,
    outcome: value.outcome?.value ?? null,
    declaredBy: value.declaredBy?.value ?? null,
  }
}

/** The new value with every part that equals the old one taken from there. */
function settled<T>(before: T, now: T): T {
  if (Object.is(before, now) || typeof before !== 'object' || typeof now !== 'object') return now
  if (before === null || now === null || Array.isArray(before) !== Array.isArray(now)) return now
  const old = before as Readonly<Record<string, unknown>>
  const entries = Object.entries(now).map(([name, value]) => [name, settled(old[name], value)] as const)
  const isSame = entries.length === Object.keys(old).length && entries.every(([name, value]) => old[name] === value)
  if (isSame) return before
  return (Array.isArray(now) ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as T
}
