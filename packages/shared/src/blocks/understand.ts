import type { DocJson } from '../document/node.ts'
import type { Action } from './action/action.ts'
import { recogniseActions } from './action/recognise.ts'
import type { Agenda } from './agenda/agenda.ts'
import { recogniseAgendas } from './agenda/recognise.ts'
import type { Attendance, NoteTaker } from './attendance/attendance.ts'
import { recogniseNoteTakers } from './attendance/note-takers.ts'
import { recogniseAttendance } from './attendance/recognise.ts'
import { Claims } from './context.ts'
import type { Decision } from './decision/decision.ts'
import { recogniseDecisions } from './decision/recognise.ts'
import type { Facts } from './matter/facts.ts'
import { readFacts } from './matter/read.ts'
import { Roster } from './people/roster.ts'
import type { Poll } from './poll/poll.ts'
import { recognisePolls } from './poll/recognise.ts'
import { viewOf } from './reading/index.ts'
import { recogniseTurns } from './speaker/recognise.ts'
import type { Turn } from './speaker/speaker.ts'

/** All that minutes say of their meeting, with the places where they say it. */
export interface Understanding {
  readonly facts: Facts
  readonly attendances: readonly Attendance[]
  readonly noteTakers: readonly NoteTaker[]
  readonly agendas: readonly Agenda[]
  readonly polls: readonly Poll[]
  readonly decisions: readonly Decision[]
  readonly actions: readonly Action[]
  readonly turns: readonly Turn[]
  readonly roster: Roster
}

/** Only what the minutes say of the meeting itself, at a fraction of the work. */
export function factsOf(document: DocJson): Facts {
  return readFacts(viewOf(document))
}

/**
 * Reads the meeting off its minutes. Pure and total; nothing is invented, and what a person has said of a node (its `role`)
 * overrules what the recognisers think. The order matters: who was there tells names from other words before a colon, and a
 * line of a poll is no action.
 */
export function understand(document: DocJson): Understanding {
  const view = viewOf(document)
  const attendances = recogniseAttendance(view)
  const roster = new Roster(attendances.flatMap(({ attendees }) => attendees))
  const facts = readFacts(view)
  const context = { view, roster, claims: new Claims(), date: facts.date }
  return {
    facts,
    attendances,
    noteTakers: recogniseNoteTakers(view, attendances),
    agendas: recogniseAgendas(context),
    polls: recognisePolls(context),
    decisions: recogniseDecisions(context),
    actions: recogniseActions(context),
    turns: recogniseTurns(context),
    roster,
  }
}
