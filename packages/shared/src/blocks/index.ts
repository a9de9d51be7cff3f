export type { Action, ActionForm, ActionParts, DoneForm, OwnerForm } from './action/action.ts'
export { addAgendaItem, type NewPlace } from './agenda/add.ts'
export { setDone, setDue } from './action/change.ts'
export { type NewAction, newAction, newActionItem, newActionSection } from './action/create.ts'
export { type Made, makeAction } from './action/make.ts'
export { setOwners } from './action/set-owners.ts'
export { spellFirstOwner } from './action/spell.ts'
export { type ActionStyle, actionStyleOf, hasHandles, PLAIN_ACTIONS } from './action/style.ts'
export type { Agenda, AgendaItem } from './agenda/agenda.ts'
export { type NewItem, setPresenter, setTimebox } from './agenda/change.ts'
export { type AgendaStyle, newAgenda, type NewTopic, PLAIN_AGENDA } from './agenda/create.ts'
export { insertAgenda } from './agenda/insert.ts'
export { type AgendaSpelling, spellingOf } from './agenda/spelling.ts'
export {
  type Attendance,
  type AttendanceForm,
  type Attendee,
  type NoteTaker,
  PRESENCES,
  type Presence,
} from './attendance/attendance.ts'
export { addAttendee } from './attendance/change/add.ts'
export {
  type AttendanceHead,
  type AttendanceStyle,
  insertAttendance,
  newAttendance,
  PLAIN_ATTENDANCE,
} from './attendance/change/create.ts'
export { type NoteTakerStyle, PLAIN_NOTE_TAKER } from './attendance/change/new-note-place.ts'
export { setNoteTaker } from './attendance/change/note-taker.ts'
export { setPresence } from './attendance/change/presence.ts'
export { removeAttendee } from './attendance/change/remove.ts'
export type { NotePlace } from './attendance/note-names.ts'
export { notePlaces } from './attendance/note-places.ts'
export { type Carrier, isRole, type Kind, type Role, ROLES, type Written } from './block.ts'
export { carriersOf, holderAt, placeOf } from './carriers.ts'
export { applyChanges, changed, positionOf } from './change/apply.ts'
export type { Change } from './change/change.ts'
export { makeDecision, newDecision } from './decision/change.ts'
export type { Decision, DecisionForm } from './decision/decision.ts'
export { type DecisionStyle, decisionStyleOf, PLAIN_DECISIONS } from './decision/style.ts'
export { identify } from './identify.ts'
export { agendaRefs } from './inscribe/agenda-refs.ts'
export { type AgendaRef, refsOf } from './inscribe/refs-of.ts'
export { checkIn, leave, strike } from './inscribe/check-in.ts'
export type { NotesPlace } from './inscribe/new-topic.ts'
export { type NotesForm, notesPlaceOf, PLAIN_NOTES } from './inscribe/notes-place.ts'
export { notReached, type NotReachedForm } from './inscribe/not-reached.ts'
export { noteTakers } from './inscribe/note-takers.ts'
export { consentRecorded, pollResult } from './inscribe/poll-result.ts'
export type { ResultPlace } from './inscribe/result-lines.ts'
export type { LinePlace } from './change/line.ts'
export type { Facts } from './matter/facts.ts'
export { overrule } from './overrule.ts'
export {
  comparePaths,
  comparePlaces,
  isWithin,
  nextPath,
  nodeAt,
  type Path,
  type Place,
  samePath,
  type Span,
} from './path.ts'
export type { DateOrder } from './matter/date.ts'
export { type FrontMatter, frontMatterOf, type MatterEntry, type MatterValue } from './matter/front-matter.ts'
export { setMatter } from './matter/write.ts'
export { type EntryPattern, type Named, writeEntry } from './people/entry-pattern.ts'
export { namedAs } from './people/named.ts'
export { type Resolution, Roster } from './people/roster.ts'
export { parseTally, setAbstentions, setCount, setOutcome, setQuestion, setTally } from './poll/change.ts'
export { newCounts, newPoll } from './poll/create.ts'
export type { Poll, PollForm, PollOption } from './poll/poll.ts'
export { FOR_NEUTRAL_AGAINST, FOR_TO_AGAINST, PLAIN_POLLS, type PollStyle, pollStyleOf } from './poll/style.ts'
export { type Problem, problemsIn } from './problems.ts'
export type { Turn, TurnStyle } from './speaker/speaker.ts'
export {
  type Candidate,
  completeSpeaker,
  recentSpeakers,
  speakerLabel,
  speakerMeant,
  type Speaking,
} from './speaker/complete.ts'
export { type Speaker, speakersIn } from './speaker/count.ts'
export { calledIn, nextContent, type SpeakerStyle, speakerStyle, turnContent } from './speaker/style.ts'
export { factsOf, understand, type Understanding } from './understand.ts'
