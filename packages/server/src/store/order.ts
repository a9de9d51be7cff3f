import type { MeetingRecord } from './store.ts'

/** Newest first; the id settles it where two meetings began in the same millisecond. */
export function newestFirst(a: MeetingRecord, b: MeetingRecord): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? 1 : -1
  return a.id < b.id ? 1 : -1
}
