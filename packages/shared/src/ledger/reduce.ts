import { agendaAfter } from './agenda.ts'
import { attendanceAfter } from './attendance.ts'
import { consentsAfter, withPoll } from './consent.ts'
import type { Entry } from './entry.ts'
import { noteTakingAfter } from './note-taking-after.ts'
import { pollsAfter } from './polls-after.ts'
import { queueAfter } from './queue.ts'
import { rolesAfter } from './roles.ts'
import { phaseAfter } from './running.ts'
import type { LedgerState } from './state.ts'

/**
 * The state after one more entry; an entry that is in it already changes nothing. It is total: what it does not know, from a
 * newer server, it skips. Holes in the sequence are the caller's to fill first.
 */
export function reduce(state: LedgerState, entry: Entry): LedgerState {
  if (entry.sequence <= state.sequence) return state
  return { ...changed(state, entry), guests: guestsAfter(state.guests, entry), sequence: entry.sequence }
}

/** The same set where nothing has changed: a guest who signs in stays who they are, and is none from then on. */
function guestsAfter(guests: LedgerState['guests'], { actor: { id, kind } }: Entry): LedgerState['guests'] {
  if (id === null || (kind === 'guest') === guests.has(id)) return guests
  return new Set(kind === 'guest' ? [...guests, id] : [...guests].filter((one) => one !== id))
}

function changed(state: LedgerState, { actor, event, time }: Entry): LedgerState {
  switch (event.type) {
    case 'meeting-begun':
    case 'meeting-ended':
    case 'meeting-reopened':
    case 'level-set':
      return phaseAfter(state, event, time)
    case 'role-given':
      return { ...state, roles: rolesAfter(state.roles, event) }
    case 'checked-in':
    case 'left':
    case 'struck':
      return { ...state, attendance: attendanceAfter(state.attendance, event, time) }
    case 'note-taking-asked':
    case 'note-taking-declined':
    case 'note-taking-begun':
    case 'note-taking-ended':
    case 'note-taking-passed':
    case 'note-taking-exempted':
      return noteTakingAfter(state, event, time)
    case 'item-opened':
    case 'item-closed':
    case 'item-extended':
      return { ...state, agenda: agendaAfter(state.agenda, event, time) }
    case 'hand-raised':
    case 'hand-lowered':
    case 'speaker-called':
    case 'queue-set':
      return { ...state, queue: queueAfter(state.queue, event, time) }
    case 'poll-opened':
      return {
        ...state,
        polls: pollsAfter(state.polls, event, time, actor.name),
        consents: withPoll(state.consents, event),
      }
    case 'ballot-cast':
    case 'ballots-counted':
    case 'room-counted':
    case 'reason-given':
    case 'voting-ended':
    case 'poll-closed':
      return { ...state, polls: pollsAfter(state.polls, event, time, actor.name) }
    case 'consent-called':
    case 'consent-objected':
    case 'consent-recorded':
    case 'consent-withdrawn':
      return { ...state, consents: consentsAfter(state.consents, event, time, actor) }
    default:
      return state
  }
}
