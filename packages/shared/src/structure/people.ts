import type { Attendee, NoteTaker, Presence, Roster } from '../blocks/index.ts'
import { isSamePerson } from '../meeting/index.ts'
import { given } from './given.ts'
import type { AttendeeData } from './structure.ts'

/**
 * Everybody once. Who is listed twice (by the same handle, or by the same name and no other handle) is one person, who has what
 * any of the entries says.
 */
export function attendeesIn(entries: readonly Attendee[]): readonly AttendeeData[] {
  const people: Attendee[] = []
  for (const entry of entries) {
    const known = people.findIndex((person) => isSamePerson(person, entry))
    if (known < 0) people.push(entry)
    else people[known] = merged(people[known]!, entry)
  }
  return people.map(({ name, initials, handle, affiliation, state }) => ({
    name,
    ...given({ initials, handle, affiliation }),
    state,
  }))
}

function merged(first: Attendee, second: Attendee): Attendee {
  return { ...second, ...first, state: telling(first.state, second.state) }
}

/** Who is listed as present was there, whatever an older list says; and late, left and observer say more than present. */
const TELLING: readonly Presence[] = ['late', 'left', 'observer', 'present', 'regrets', 'absent']

function telling(a: Presence, b: Presence): Presence {
  return TELLING.indexOf(a) <= TELLING.indexOf(b) ? a : b
}

export function noteTakersIn(noteTakers: readonly NoteTaker[], roster: Roster): readonly string[] {
  return [...new Set(noteTakers.map(({ value }) => nameIn(roster, value)))]
}

function nameIn(roster: Roster, written: string): string {
  const who = roster.resolve(written)
  return who.state === 'one' ? who.name : written
}
