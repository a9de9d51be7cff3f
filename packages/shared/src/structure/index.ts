export { type About, describe, describeText, type Description } from './describe.ts'
export type { Structure } from './structure.ts'
