import { type Called, fold, isSamePerson } from '../meeting/index.ts'

/** That somebody took notes in an earlier meeting. */
export interface PastNoteTaking extends Called {
  /** `2026-10-06` */
  readonly date: string
  readonly minutes: number
}

/** What the rotation looks at. People are told apart as in an attendance: by handle, else by name. */
export interface Rotation<Person extends Called> {
  readonly past: readonly PastNoteTaking[]
  /** Who is here, in any order. */
  readonly present: readonly Person[]
  /** Nobody takes notes of what they present themselves. */
  readonly presenting?: readonly Called[]
  /** Who is not asked; nobody has to say why. */
  readonly exempt?: readonly Called[]
  /** Who let it pass in this meeting is asked again when nobody else is left. */
  readonly passed?: readonly Called[]
  /** Who takes notes now. */
  readonly current?: readonly Called[]
}

/** Somebody who could take notes next, with what speaks for it. */
export interface Proposal<Person extends Called> {
  readonly person: Person
  /** The last date; null: never. */
  readonly last: string | null
  /** All that they have taken, ever. */
  readonly minutes: number
  readonly hasPassed: boolean
  /** `last took notes 6 Oct`, `never took notes`. */
  readonly fact: string
}

/** In so many days what somebody has done counts half. */
const HALF_LIFE = 28

/**
 * Who takes notes next, the first to be asked first. Everybody has a load: each time that they took notes counts its minutes, half
 * of them four weeks later, a quarter after eight, and so on. The smallest load goes first. So of two who took as much it is the
 * one for whom it is longer ago, as in the lists that groups keep by hand (w3c/rdf-star-wg `scribes.md`: next up, alternates,
 * already scribed so many times, exempt); and a quarter of an hour last week does not weigh as much as a whole meeting then.
 * Equal loads: who has taken fewer minutes, and then the name.
 */
export function nextNoteTakers<Person extends Called>({
  past,
  present,
  presenting = [],
  exempt = [],
  passed = [],
  current = [],
}: Rotation<Person>): readonly Proposal<Person>[] {
  const latest = past.reduce((date, each) => (each.date > date ? each.date : date), '')
  // Always added up in the same order, so that equal loads are equal to the last digit.
  const history = past.toSorted((a, b) => compare(a.date, b.date) || a.minutes - b.minutes)
  const ranked = once(present)
    .filter((person) => ![...presenting, ...exempt, ...current].some((each) => isSamePerson(each, person)))
    .map((person) => {
      const own = history.filter((each) => isSamePerson(each, person))
      const last = own.reduce<string | null>(
        (date, each) => (date === null || each.date > date ? each.date : date),
        null,
      )
      return {
        load: own.reduce((load, each) => load + each.minutes * 0.5 ** (daysBetween(each.date, latest) / HALF_LIFE), 0),
        proposal: {
          person,
          last,
          minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
          hasPassed: passed.some((each) => isSamePerson(each, person)),
          fact: last === null ? 'never took notes' : `last took notes ${spellDate(last, latest)}`,
        },
      }
    })
  return ranked
    .toSorted(
      (a, b) =>
        Number(a.proposal.hasPassed) - Number(b.proposal.hasPassed) ||
        a.load - b.load ||
        a.proposal.minutes - b.proposal.minutes ||
        compare(keyOf(a.proposal.person), keyOf(b.proposal.person)),
    )
    .map(({ proposal }) => proposal)
}

/** What an earlier meeting tells of who took notes, as its data has it (`Structure`). */
export interface PastMeeting {
  readonly date: string | null
  /** `16:00-17:00`; without an end the meeting counts as an hour. */
  readonly time?: string
  readonly noteTakers: readonly string[]
  readonly attendees: readonly Called[]
}

const HOUR = 60

/**
 * Who took notes in earlier meetings: several who shared a meeting have its minutes in equal parts. A note taker without a handle has
 * that of the attendee of this name. Meetings without a date tell nothing.
 */
export function pastNoteTaking(meetings: readonly PastMeeting[]): readonly PastNoteTaking[] {
  return meetings.flatMap(({ date, time, noteTakers, attendees }) => {
    if (date === null) return []
    const people = once(noteTakers.map((name) => known({ name: name.replace(/^@/, '') }, attendees)))
    const minutes = Math.round(lengthOf(time) / Math.max(1, people.length))
    return people.map((person) => ({ ...person, date, minutes }))
  })
}

function known(taker: Called, attendees: readonly Called[]): Called {
  const { name, handle } =
    attendees.find((each) => isSamePerson(each, taker)) ??
    attendees.find((each) => each.handle?.toLowerCase() === taker.name.toLowerCase()) ??
    taker
  return handle === undefined ? { name } : { name, handle }
}

function once<Person extends Called>(people: readonly Person[]): readonly Person[] {
  return people.filter((person, index) => people.findIndex((each) => isSamePerson(each, person)) === index)
}

function lengthOf(time: string | undefined): number {
  const [, fromHour, fromMinute, toHour, toMinute] =
    /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})/.exec(time ?? '') ?? []
  if (toHour === undefined) return HOUR
  const length = (Number(toHour) - Number(fromHour)) * HOUR + Number(toMinute) - Number(fromMinute)
  return length > 0 ? length : length + 24 * HOUR
}

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / 86_400_000
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** With the year where it is more than half a year before the latest meeting. */
function spellDate(date: string, latest: string): string {
  const [year, month, day] = date.split('-')
  const words = `${Number(day)} ${MONTHS[Number(month) - 1]}`
  return daysBetween(date, latest) > 183 ? `${words} ${year}` : words
}

function keyOf({ name, handle = '' }: Called): string {
  return `${fold(name)} ${handle.toLowerCase()}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
