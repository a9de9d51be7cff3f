export { type Binding, isRemote } from './binding.ts'
export { bindingOf, collaboration, type CollaborationOptions, undoManagerOf } from './collaboration.ts'
export type { Side } from './position.ts'
export { UnreadableError } from './unreadable.ts'
