import type { PersonId } from '../meeting/index.ts'
import type { EventOf } from './event.ts'
import type { LedgerState } from './state.ts'

type NoteTakingEvent = EventOf<
  | 'note-taking-asked'
  | 'note-taking-declined'
  | 'note-taking-begun'
  | 'note-taking-ended'
  | 'note-taking-passed'
  | 'note-taking-exempted'
>

export function noteTakingAfter(state: LedgerState, event: NoteTakingEvent, time: string): LedgerState {
  switch (event.type) {
    case 'note-taking-asked': {
      const { type: _, ...handover } = event
      return { ...state, handover }
    }
    case 'note-taking-declined':
      return settled(state, event.handover)
    case 'note-taking-begun': {
      const after = settled(state, event.handover)
      if (after.noteTakers.some(({ person }) => person === event.person)) return after
      const taker = { person: event.person, name: event.name, since: time }
      return {
        ...after,
        noteTakers: [...after.noteTakers, taker],
        noteTaking: [...after.noteTaking, { ...taker, until: null }],
      }
    }
    case 'note-taking-ended':
      return {
        ...state,
        noteTakers: state.noteTakers.filter(({ person }) => person !== event.person),
        noteTaking: state.noteTaking.map((turn) =>
          turn.person === event.person && turn.until === null ? { ...turn, until: time } : turn,
        ),
      }
    case 'note-taking-passed':
      return { ...state, passed: new Set([...state.passed, event.person]) }
    case 'note-taking-exempted':
      return { ...state, exempt: withOrWithout(state.exempt, event.person, event.exempt) }
  }
}

function settled(state: LedgerState, handover: string | undefined): LedgerState {
  return state.handover !== null && state.handover.handover === handover ? { ...state, handover: null } : state
}

function withOrWithout(people: ReadonlySet<PersonId>, person: PersonId, isIn: boolean): ReadonlySet<PersonId> {
  const after = new Set(people)
  if (isIn) after.add(person)
  else after.delete(person)
  return after
}

/** The end of the meeting ends every turn of note taking; who took notes does so again when it is reopened. */
export function noteTakingPaused(state: LedgerState, time: string): LedgerState {
  const noteTaking = state.noteTaking.map((turn) => (turn.until === null ? { ...turn, until: time } : turn))
  return { ...state, noteTaking, handover: null }
}

export function noteTakingResumed(state: LedgerState, time: string): LedgerState {
  const noteTakers = state.noteTakers.map((taker) => ({ ...taker, since: time }))
  const turns = noteTakers.map((taker) => ({ ...taker, until: null }))
  return { ...state, noteTakers, noteTaking: [...state.noteTaking, ...turns] }
}
