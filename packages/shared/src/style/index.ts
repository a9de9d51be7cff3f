export { hintFor } from './hint.ts'
export type * from './house-style.ts'
export { PLAIN } from './plain.ts'
export { type NewMinutes, skeleton } from './skeleton.ts'
