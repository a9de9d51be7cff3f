export { type Action, can } from './can.ts'
export type { ErrorBody, ErrorCode } from './error.ts'
export { isGroup, isMeetingId, type Meeting, type MeetingId } from './meeting.ts'
export { type Called, fold, isSamePerson } from './name.ts'
export { isPersonId, LONGEST_NAME, type Person, type PersonId, type PersonKind, readName } from './person.ts'
export { isRole, type Level, LEVEL_SENTENCES, LEVELS, type Role, ROLES, stronger } from './role.ts'
export { type Seen, seenAs } from './seen.ts'
export {
  type FailedSignIn,
  readSignInFragment,
  SIGN_IN_PROBLEMS,
  signInFragment,
  type SignInProblem,
  signInSentence,
} from './sign-in.ts'
