import type { Roster } from '../people/roster.ts'

/**
 * The handles of these people, without the `@`; null where one has none. Who is not in the attendance, and could be called so, is
 * taken to be a handle.
 */
export function handlesOf(people: readonly string[], roster: Roster): readonly string[] | null {
  const handles = people.map((person) => handleOf(person, roster))
  return handles.every((handle) => handle !== undefined) ? handles : null
}

function handleOf(person: string, roster: Roster): string | undefined {
  const known = roster.resolve(person)
  const name = known.state === 'one' ? known.name : person
  const attendee = roster.attendees.find((each) => each.name === name || each.handle === person)
  return attendee === undefined && !/\s/.test(person) ? person : attendee?.handle
}
