import {
  type LedgerState,
  nextNoteTakers,
  openOf,
  type PastNoteTaking,
  type Present,
  rowOf,
} from '@plenary/shared/ledger'
import { can, isSamePerson, type PersonId } from '@plenary/shared/meeting'

/** Whom the rotation proposes to take notes next, of those who are connected and may; undefined where it is nobody's turn. */
export function successor(
  state: LedgerState,
  present: readonly Present[],
  past: readonly PastNoteTaking[],
): Present | undefined {
  const { attendance, noteTakers, exempt, passed, level, agenda } = state
  const row = (person: Present) => rowOf(attendance, { person: person.id, name: person.name })
  const isHere = (person: Present): boolean => {
    const own = row(person)
    return own !== undefined && own.left === null && own.as !== 'observer'
  }
  const able = present.filter(({ role }) => can(role, 'take-notes', level))
  const named = (ids: Iterable<PersonId>): Present[] =>
    [...ids].flatMap((id) => able.find((one) => one.id === id) ?? [])
  const presenters = openOf(agenda)?.presenters ?? []
  // Of a guest only their row may know the handle by which the agenda calls them.
  const presents = (person: Present): boolean => {
    const known = [person, row(person)?.attendee ?? person]
    return presenters.some((presenter) => known.some((each) => isSamePerson(presenter, each)))
  }
  const [next] = nextNoteTakers({
    past,
    // Where nobody checks in, everybody who is connected is here.
    present: attendance.length === 0 ? able : able.filter(isHere),
    presenting: able.filter(presents),
    exempt: named(exempt),
    passed: named(passed),
    current: named(noteTakers.map(({ person }) => person)),
  })
  return next?.person
}
