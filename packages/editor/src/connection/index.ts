export type { Observable } from './observable.ts'
export type { Saving } from './saving.ts'
export { openSession, type MeetingRef, type Session, type SessionOptions } from './session.ts'
