export { isRemote } from './binding.ts'
export { collaboration, type CollaborationOptions, undoManagerOf } from './collaboration.ts'
export { UnreadableError } from './unreadable.ts'
