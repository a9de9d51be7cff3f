import type { PersonId, Role } from '../meeting/index.ts'
import type { CommandOf } from './command.ts'
import { accept, type Context, type Decision, may, NOTHING_NEW, refuse } from './decision.ts'
import type { EventOf, LedgerEvent } from './event.ts'
import { declined, takesNotes } from './note-taking.ts'
import { NEEDED } from './permission.ts'

/** Only a chair gets here, and nobody is more than a chair; so nobody gives themselves more than they have. */
export function giveRole({ person, name, role }: CommandOf<'give-role'>, context: Context): Decision {
  const { actor, present, state } = context
  if ((state.roles.get(person) ?? null) === role) return NOTHING_NEW
  if (person === actor.id && !isChairWith(role, context) && chairs(context).every((chair) => chair === person)) {
    return refuse('forbidden', 'You are the only chair: make somebody else a chair before you stop being one.')
  }
  const known = [actor, ...present].find(({ id }) => id === person)
  const given: LedgerEvent = { type: 'role-given', person, name: known?.name ?? name, role }
  // Who takes notes counts as a note taker; whoever is made less has to stop.
  const isLess = role === 'participant' || role === 'reader'
  if (!isLess) return accept(given)
  const pending = state.handover
  const isConcerned = pending !== null && (pending.from === person || pending.to === person)
  return accept(
    given,
    ...(isConcerned ? [declined(pending)] : []),
    ...(takesNotes(state, person) ? [{ type: 'note-taking-ended', person } as const] : []),
  )
}

function isChairWith(role: Role | null, { actor, chairs }: Context): boolean {
  return role === 'chair' || (role === null && chairs.includes(actor.id))
}

/** Where whoever reaches the server is let in and nobody is chair, somebody has to be. */
export function takeChair(context: Context): Decision {
  const { actor, isOpen } = context
  const all = chairs(context)
  if (all.includes(actor.id)) return NOTHING_NEW
  if (!isOpen)
    return refuse('forbidden', 'Nobody takes the chair on this server: ask its administrator to give it to you.')
  if (all.length > 0) return refuse('forbidden', 'This meeting has a chair: ask them to make you one too.')
  return accept({ type: 'role-given', person: actor.id, name: actor.name, role: 'chair' })
}

/** Whether somebody of this role is no chair, and would be one if they took the chair. */
export function mayTakeChair(context: Pick<Context, 'role' | 'state' | 'chairs' | 'isOpen'>): boolean {
  const { role, isOpen, state } = context
  if (!isOpen || role === 'chair' || state.phase.phase === 'ended') return false
  return may(context, NEEDED['take-chair']) && chairs(context).length === 0
}

/** Everybody who is a chair, by the ledger or, where it says nothing of them, by their grants. */
function chairs({ chairs, state }: Pick<Context, 'chairs' | 'state'>): readonly PersonId[] {
  const given = [...state.roles].filter(([, role]) => role === 'chair').map(([person]) => person)
  return [...given, ...chairs.filter((person) => !state.roles.has(person))]
}

export function rolesAfter(
  roles: ReadonlyMap<PersonId, Role>,
  { person, role }: EventOf<'role-given'>,
): ReadonlyMap<PersonId, Role> {
  const after = new Map(roles)
  if (role === null) after.delete(person)
  else after.set(person, role)
  return after
}
