export type { ErrorBody, ErrorCode } from './error.ts'
export { isMeetingId, type Meeting, type MeetingId } from './meeting.ts'
