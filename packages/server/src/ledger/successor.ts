import {
  type LedgerState,
  nextNoteTakers,
  openOf,
  type PastNoteTaking,
  type Present,
  rowOf,
} from '@plenary/shared/ledger'
import { can, type PersonId } from '@plenary/shared/meeting'

/** Whom the rotation proposes to take notes next, of those who are connected and may; undefined where it is nobody's turn. */
export function successor(
  state: LedgerState,
  present: readonly Present[],
  past: readonly PastNoteTaking[],
): Present | undefined {
  const { attendance, noteTakers, exempt, passed, level, agenda } = state
  const isHere = (person: Present): boolean => {
    const row = rowOf(attendance, { person: person.id, name: person.name })
    return row !== undefined && row.left === null && row.as !== 'observer'
  }
  const able = present.filter(({ role }) => can(role, 'take-notes', level))
  const named = (ids: Iterable<PersonId>): Present[] =>
    [...ids].flatMap((id) => able.find((one) => one.id === id) ?? [])
  const presenter = openOf(agenda)?.presenter
  const [next] = nextNoteTakers({
    past,
    // Where nobody checks in, everybody who is connected is here.
    present: attendance.length === 0 ? able : able.filter(isHere),
    presenting: named(presenter == null ? [] : [presenter]),
    exempt: named(exempt),
    passed: named(passed),
    current: named(noteTakers.map(({ person }) => person)),
  })
  return next?.person
}
