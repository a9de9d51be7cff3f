export { collaboration, type CollaborationOptions } from './collaboration.ts'
