import type { Attendee, Roster } from '@plenary/shared/blocks'

import { plain } from '../ui/plain.ts'

/** Somebody who can be named where an owner or a mention is wanted. */
export interface Person {
  readonly name: string
  readonly handle: string | null
}

/** Whoever is there and is meant by the typed letters: by any word of the name, the handle or the initials; each once. */
export function peopleNamed({ attendees }: Roster, typed: string): readonly Person[] {
  const wanted = plain(typed)
  const people = new Map<string, Person>()
  for (const attendee of attendees) {
    if (!people.has(attendee.name) && isMeant(attendee, wanted)) {
      people.set(attendee.name, { name: attendee.name, handle: attendee.handle ?? null })
    }
  }
  const begins = ({ name }: Person): number => Number(!plain(name).startsWith(wanted))
  return [...people.values()].toSorted((a, b) => begins(a) - begins(b))
}

function isMeant({ name, handle = '', initials = '' }: Attendee, wanted: string): boolean {
  const words = [name, ...name.split(/[\s-]+/), handle, initials]
  return words.some((word) => word !== '' && plain(word).startsWith(wanted))
}
