import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { AgendaItem } from '../blocks/agenda/agenda.ts'
import { understand } from '../blocks/understand.ts'
import { linesOf } from '../markdown/lines.ts'

/**
 * What a person found by reading a file of real minutes, without a word of it: lines, counts, and names as hashes, since none
 * of those files' text may stand in this repository.
 */
export interface Truth {
  readonly file: string
  readonly date?: string
  readonly noteTakers: readonly string[]
  readonly attendees: readonly { readonly name: string; readonly state: string; readonly affiliation?: string }[]
  readonly agenda: readonly { readonly line: number; readonly depth: number; readonly minutes?: number }[]
  readonly actions: readonly { readonly line: number; readonly owners: readonly string[]; readonly done: boolean }[]
  readonly decisions: readonly { readonly line: number }[]
  readonly polls: readonly { readonly line: number; readonly counts: readonly number[]; readonly outcome: boolean }[]
}

const folder = fileURLToPath(new URL('truth/', import.meta.url))

export const TRUTHS: readonly Truth[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Truth[])
  : []

/** A name as the table keeps it: case, accents and white space aside. */
export function hashOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
  return createHash('sha256').update(plain).digest('hex').slice(0, 12)
}

/** How many things a file has, how many were said to be there, and how many of these are right. */
export interface Score {
  readonly wanted: number
  readonly got: number
  readonly right: number
  /** For people who look for the reason: what was missed, and what was invented. */
  readonly missed: readonly string[]
  readonly invented: readonly string[]
}

export const MEASURES = [
  'attendees',
  'states',
  'affiliations',
  'noteTakers',
  'agenda',
  'minutes',
  'actions',
  'owners',
  'decisions',
  'polls',
  'tallies',
] as const
export type Measure = (typeof MEASURES)[number]

/** Compares what is understood of a text with the truth of it. Every thing is one key, and keys are counted. */
export function score(truth: Truth, text: string): Record<Measure, Score> {
  const { document, lineOf } = linesOf(text)
  const found = understand(document)
  const attendees = found.attendances.flatMap((each) => each.attendees)
  const agenda = found.agendas.flatMap(({ items }) => flat(items))
  const line = (path: readonly number[], from = 0): number => lineOf({ path, from })
  const actions = found.actions.map((action) => {
    const at = action.text.at ?? { path: action.carrier.path, from: 0 }
    return { line: lineOf(at), owners: action.owners.map(({ value }) => hashOf(value)), done: action.done }
  })
  const polls = found.polls.map(({ question, carrier, options }) => ({
    line: question.at === null ? line(carrier.path) : lineOf(question.at),
    counts: options.map(({ count }) => count.value ?? 0),
  }))
  const timed = agenda.filter(({ minutes }) => minutes !== undefined)
  return {
    attendees: compare(
      truth.attendees.map(({ name }) => name),
      attendees.map(({ name }) => hashOf(name)),
    ),
    states: compare(
      truth.attendees.map(({ name, state }) => `${name} ${state}`),
      attendees.map(({ name, state }) => `${hashOf(name)} ${state}`),
    ),
    affiliations: compare(
      truth.attendees.flatMap(({ name, affiliation: at }) => (at === undefined ? [] : [`${name} ${at}`])),
      attendees.flatMap(({ name, affiliation: at }) => (at === undefined ? [] : [`${hashOf(name)} ${hashOf(at)}`])),
    ),
    noteTakers: compare(
      truth.noteTakers,
      found.noteTakers.map(({ value }) => hashOf(value)),
    ),
    agenda: compare(
      truth.agenda.map(({ line, depth }) => `line ${line}, depth ${depth}`),
      agenda.map(({ at, depth }) => `line ${lineOf(at)}, depth ${depth}`),
    ),
    minutes: compare(
      truth.agenda.flatMap(({ line, minutes }) => (minutes === undefined ? [] : [`line ${line}, ${minutes} min`])),
      timed.map(({ at, minutes }) => `line ${lineOf(at)}, ${minutes} min`),
    ),
    actions: compare(
      truth.actions.map(({ line, done }) => `line ${line}${done ? ', done' : ''}`),
      actions.map(({ line, done }) => `line ${line}${done ? ', done' : ''}`),
    ),
    owners: compare(
      truth.actions.flatMap(({ line, owners }) => owners.map((owner) => `line ${line}, ${owner}`)),
      actions.flatMap(({ line, owners }) => owners.map((owner) => `line ${line}, ${owner}`)),
    ),
    decisions: compare(
      truth.decisions.map(({ line }) => `line ${line}`),
      found.decisions.map(({ text, carrier }) => `line ${text.at ? lineOf(text.at) : line(carrier.path)}`),
    ),
    polls: compare(
      truth.polls.map(({ line, outcome }) => `line ${line}${outcome ? ', decided' : ''}`),
      polls.map(({ line }, index) => `line ${line}${found.polls[index]?.outcome ? ', decided' : ''}`),
    ),
    tallies: compare(
      truth.polls.map(({ line, counts }) => `line ${line}, ${counts.join(' ')}`),
      polls.map(({ line, counts }) => `line ${line}, ${counts.join(' ')}`),
    ),
  }
}

interface FlatItem {
  readonly at: AgendaItem['at']
  readonly depth: number
  readonly minutes: number | undefined
}

function flat(items: readonly AgendaItem[], depth = 0): FlatItem[] {
  return items.flatMap(({ at, minutes, items: inner }) => [
    { at, depth, minutes: minutes?.value },
    ...flat(inner, depth + 1),
  ])
}

function compare(wanted: readonly string[], got: readonly string[]): Score {
  const rest = [...got]
  const missed = wanted.filter((key) => {
    const at = rest.indexOf(key)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return { wanted: wanted.length, got: got.length, right: wanted.length - missed.length, missed, invented: rest }
}

/** Many scores as one. */
export function total(scores: readonly Score[]): Score {
  const sum = (of: (score: Score) => number): number => scores.reduce((all, score) => all + of(score), 0)
  return {
    wanted: sum(({ wanted }) => wanted),
    got: sum(({ got }) => got),
    right: sum(({ right }) => right),
    missed: scores.flatMap(({ missed }) => missed),
    invented: scores.flatMap(({ invented }) => invented),
  }
}
