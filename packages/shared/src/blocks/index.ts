export type { Action, ActionForm } from './action/action.ts'
export { addAgendaItem, type NewPlace } from './agenda/add.ts'
export type { Agenda, AgendaItem } from './agenda/agenda.ts'
export { type NewItem, setPresenter, setTimebox } from './agenda/change.ts'
export { type AgendaStyle, newAgenda, type NewTopic, PLAIN_AGENDA } from './agenda/create.ts'
export { type AgendaSpelling, spellingOf } from './agenda/spelling.ts'
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
export type { Decision, DecisionForm } from './decision/decision.ts'
export type { Facts } from './matter/facts.ts'
export { comparePaths, isWithin, nodeAt, type Path, samePath, type Span } from './path.ts'
export { type Resolution, Roster } from './people/roster.ts'
export type { Poll, PollForm, PollOption } from './poll/poll.ts'
export { type Candidate, completeSpeaker, recentSpeakers, speakerMeant, type Speaking } from './speaker/complete.ts'
export { type Speaker, speakersIn } from './speaker/count.ts'
export type { Turn, TurnStyle } from './speaker/speaker.ts'
export { nextContent, type SpeakerStyle, speakerStyle, turnContent } from './speaker/style.ts'
export { understand, type Understanding } from './understand.ts'
