export { isAgainst } from './against.ts'
export { openOf } from './agenda.ts'
export { rowOf } from './attendance.ts'
export type { Command, CommandOf, Refusal } from './command.ts'
export { decide } from './decide.ts'
export type { Ballot, Context, Decision, Present, SecretReason } from './decision.ts'
export { due, lapsed, nextDue } from './due.ts'
export { type Actor, type Entry, SERVER } from './entry.ts'
export * from './event.ts'
export { LONGEST } from './limits.ts'
export { takesNotes } from './note-taking.ts'
export { NEEDED, WHAT_TO_DO } from './permission.ts'
export { readCommand } from './read-command.ts'
export { reduce } from './reduce.ts'
export { roleOf, type Standing } from './role-of.ts'
export { mayTakeChair } from './roles.ts'
export {
  nextNoteTakers,
  type PastMeeting,
  type PastNoteTaking,
  pastNoteTaking,
  type Proposal,
  type Rotation,
} from './rotation.ts'
export * from './state.ts'
export { silentOf } from './tally.ts'
