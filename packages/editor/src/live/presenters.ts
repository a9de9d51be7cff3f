import type { Roster } from '@plenary/shared/blocks'
import type { Attendance } from '@plenary/shared/ledger'
import { type Called, isPersonId, isSamePerson, type PersonId } from '@plenary/shared/meeting'

import { presentIn } from './here.ts'

/** Whom an item names as presenting it, `hober, AL`: by name or handle as written, and by the name that the minutes know them by. */
export function presentersOf(written: string, roster?: Pick<Roster, 'resolve'>): readonly Called[] {
  return written.split(/,| and /).flatMap((part) => {
    const name = part.trim().replace(/^@/, '')
    if (name === '') return []
    const known = roster?.resolve(name)
    return [{ name }, { name, handle: name }, ...(known?.state === 'one' ? [{ name: known.name }] : [])]
  })
}

/** Somebody who has a page open. */
interface Connected {
  readonly id: string
  readonly name: string
}

/** The identity of the first of these presenters who is here, checked in or by a page; undefined where none is. */
export function presenterHere(
  presenters: readonly Called[],
  attendance: readonly Attendance[],
  connected: readonly Connected[],
): PersonId | undefined {
  const here = [
    ...presentIn({ attendance }).map(({ attendee }) => attendee),
    ...connected.filter(({ id }) => isPersonId(id)).map(({ id, name }) => ({ person: id, name })),
  ]
  for (const presenter of presenters) {
    const found = here.find((one) => one.person !== null && isSamePerson(one, presenter))
    if (found?.person != null) return found.person
  }
  return undefined
}
