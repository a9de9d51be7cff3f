export type { Command, Refusal } from './command.ts'
export { type Actor, type Entry, SERVER } from './entry.ts'
export * from './event.ts'
export {
  nextNoteTakers,
  type PastMeeting,
  type PastNoteTaking,
  pastNoteTaking,
  type Proposal,
  type Rotation,
} from './rotation.ts'
export * from './state.ts'
