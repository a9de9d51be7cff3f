export type { Command, Refusal } from './command.ts'
export { type Actor, type Entry, SERVER } from './entry.ts'
export * from './event.ts'
export * from './state.ts'
