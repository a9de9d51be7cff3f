export type { Action, ActionForm, ActionParts, DoneForm, OwnerForm } from './action/action.ts'
export { setDone, setDue, setOwners } from './action/change.ts'
export { type NewAction, newAction, newActionItem, newActionSection } from './action/create.ts'
export { type Made, makeAction, unmakeAction } from './action/make.ts'
export { type ActionStyle, actionStyleOf, PLAIN_ACTIONS } from './action/style.ts'
export type { Agenda, AgendaItem } from './agenda/agenda.ts'
export {
  type Attendance,
  type AttendanceForm,
  type Attendee,
  type NoteTaker,
  PRESENCES,
  type Presence,
} from './attendance/attendance.ts'
export { type Carrier, isRole, type Kind, type Role, ROLES, type Written } from './block.ts'
export { applyChanges, changed, positionOf } from './change/apply.ts'
export type { Change } from './change/change.ts'
export type { LinePlace } from './change/line.ts'
export { makeDecision, newDecision, unmakeDecision } from './decision/change.ts'
export type { Decision, DecisionForm } from './decision/decision.ts'
export { type DecisionStyle, decisionStyleOf, PLAIN_DECISIONS } from './decision/style.ts'
export type { Facts } from './matter/facts.ts'
export { comparePaths, isWithin, nodeAt, type Path, samePath, type Span } from './path.ts'
export { type Resolution, Roster } from './people/roster.ts'
export { parseTally, setAbstentions, setCount, setOutcome, setQuestion, setTally } from './poll/change.ts'
export { newPoll } from './poll/create.ts'
export type { Poll, PollForm, PollOption } from './poll/poll.ts'
export {
  AGAINST_TO_FOR,
  FOR_NEUTRAL_AGAINST,
  FOR_TO_AGAINST,
  PLAIN_POLLS,
  type PollStyle,
  pollStyleOf,
} from './poll/style.ts'
export type { Turn } from './speaker/speaker.ts'
export { understand, type Understanding } from './understand.ts'
