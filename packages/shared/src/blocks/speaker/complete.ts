import type { InlineJson } from '../../document/node.ts'
import { fold } from '../../meeting/index.ts'
import type { Attendee } from '../attendance/attendance.ts'
import { comparePaths, type Span } from '../path.ts'
import type { Roster } from '../people/roster.ts'
import type { Turn } from './speaker.ts'
import { calledIn, type SpeakerStyle, turnContent } from './style.ts'

/** Somebody whom the letters at the beginning of a line can mean. */
export interface Candidate {
  /** The full name; as written, for those whom the attendance does not know. */
  readonly name: string
  /** What the person is called in these minutes. */
  readonly written: string
  /** What is to stand in place of the letters. */
  readonly content: readonly InlineJson[]
}

/** What completing a speaker looks at. */
export interface Speaking {
  readonly roster: Roster
  readonly turns: readonly Turn[]
  readonly style: SpeakerStyle
}

/** Ways in which letters can mean a person, the likeliest first. */
const WAYS = ['first', 'initials', 'last', 'handle'] as const
type Way = (typeof WAYS)[number]

interface Person {
  readonly name: string
  readonly written: string
  readonly ways: Readonly<Record<Way, string>>
}

/**
 * Whom letters at the beginning of a line can mean: who has spoken last before others, then by first name, initials, last name
 * and handle. Without letters those who have spoken, so that a key can cycle through them.
 */
export function completeSpeaker(
  typed: string,
  before: Pick<Span, 'path' | 'from'>,
  speaking: Speaking,
): readonly Candidate[] {
  const key = fold(typed)
  const recent = recentSpeakers(speaking.turns, before)
  const found = peopleOf(speaking).flatMap((person) => {
    const way = WAYS.findIndex((each) => person.ways[each].startsWith(key))
    const since = recent.indexOf(person.name)
    if (way < 0 || (key === '' && since < 0)) return []
    return [{ person, rank: since >= 0 ? since : recent.length + way }]
  })
  return found.sort((a, b) => a.rank - b.rank).map(({ person }) => candidateOf(person, speaking))
}

/** Whom letters with a colon behind them mean, if they mean only one: the one they name in full, else the only one they begin. */
export function speakerMeant(typed: string, before: Pick<Span, 'path' | 'from'>, speaking: Speaking): Candidate | null {
  const key = fold(typed)
  if (key === '') return null
  const exact = peopleOf(speaking).filter(
    ({ ways }) => ways.first.split(' ')[0] === key || WAYS.some((way) => ways[way] === key),
  )
  if (exact.length > 0) return exact.length === 1 ? candidateOf(exact[0]!, speaking) : null
  const begun = completeSpeaker(typed, before, speaking)
  return begun.length === 1 ? begun[0]! : null
}

/** How a line begins on which somebody speaks, in the way that these minutes call them; the name itself for whom they do not know. */
export function speakerLabel(name: string, speaking: Speaking): readonly InlineJson[] {
  return speakerMeant(name, { path: [], from: 0 }, speaking)?.content ?? turnContent(name, speaking.style)
}

/** Who has spoken before this place, last first, each once. */
export function recentSpeakers(turns: readonly Turn[], { path, from }: Pick<Span, 'path' | 'from'>): readonly string[] {
  const before = turns.filter(({ at }) => (comparePaths(at.path, path) || at.from - from) < 0)
  return [...new Set(before.toReversed().map(nameOf))]
}

function nameOf({ who, written }: Turn): string {
  return who.state === 'one' ? who.name : written
}

/** Everybody in the attendance and everybody who speaks, each once. */
function peopleOf({ roster, turns, style }: Speaking): readonly Person[] {
  const people = new Map<string, Person>()
  const called = mostlyCalled(turns)
  for (const attendee of roster.attendees) {
    const written = called.get(attendee.name) ?? calledIn(style, attendee, roster)
    if (!people.has(attendee.name)) people.set(attendee.name, personOf(attendee, written))
  }
  for (const turn of turns) {
    const name = nameOf(turn)
    if (turn.who.state === 'none' && !people.has(name)) people.set(name, personOf({ name }, turn.written))
  }
  return [...people.values()]
}

/** What each person is called most often. */
function mostlyCalled(turns: readonly Turn[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const turn of turns) {
    const names = counts.get(nameOf(turn)) ?? new Map<string, number>()
    names.set(turn.written, (names.get(turn.written) ?? 0) + 1)
    counts.set(nameOf(turn), names)
  }
  return new Map(Array.from(counts, ([name, names]) => [name, [...names].sort((a, b) => b[1] - a[1])[0]![0]]))
}

function personOf({ name, initials, handle }: Pick<Attendee, 'name' | 'initials' | 'handle'>, written: string): Person {
  const words = fold(name).split(' ')
  return {
    name,
    written,
    ways: {
      first: fold(name),
      initials: initials?.toLowerCase() ?? words.map((word) => word[0]).join(''),
      last: words.at(-1)!,
      handle: handle?.toLowerCase() ?? '\0',
    },
  }
}

function candidateOf({ name, written }: Person, { style }: Speaking): Candidate {
  return { name, written, content: turnContent(written, style) }
}
