import { isSamePerson } from '@plenary/shared/meeting'

import type { Held } from './series.ts'

/** Somebody whom minutes of the group have listed. */
export interface RosterEntry {
  readonly name: string
  readonly affiliation?: string
  readonly handle?: string
  readonly initials?: string
}

/** So many people are more than anybody completes names from. */
const MOST = 500

/** The people of a series, once each, those of the latest meetings first; what one meeting does not say of them, an earlier one may. */
export function rosterOf(series: readonly Held[]): readonly RosterEntry[] {
  const people: RosterEntry[] = []
  for (const { name, affiliation, handle, initials } of series.flatMap(({ structure }) => structure.attendees)) {
    const found = people.findIndex((each) => isSamePerson(each, { name, ...(handle !== undefined && { handle }) }))
    const known = {
      name,
      ...(affiliation !== undefined && { affiliation }),
      ...(handle !== undefined && { handle }),
      ...(initials !== undefined && { initials }),
    }
    if (found >= 0) people[found] = { ...known, ...people[found] }
    else if (people.length < MOST) people.push(known)
  }
  return people
}
