import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type Action, can, type Person, type Role, ROLES } from '../meeting/index.ts'
import { aimed, anySteps, peopledLedger, type Step } from '../testing/commands.ts'
import { PATIENCE, RUNS, SEED } from '../testing/random.ts'
import type { Decision, LedgerEvent, LedgerState } from './index.ts'

const settings = { seed: SEED, numRuns: Math.ceil(60 * RUNS), interruptAfterTimeLimit: PATIENCE / 4 }

interface Taken {
  readonly who: Person
  readonly role: Role | null
  readonly roleAfter: Role | null
  readonly before: LedgerState
  readonly decision: Decision
}

/** Every step with what its actor was before and after it. */
function taken(steps: readonly Step[], isOpen: boolean): readonly Taken[] {
  const ledger = peopledLedger(isOpen)
  return steps.map(({ who, wait, command }) => {
    ledger.wait(wait)
    const before = ledger.state
    const role = ledger.roleOf(who.id)
    const decision = ledger.ask(who, aimed(command, before))
    return { who, role, roleAfter: ledger.roleOf(who.id), before, decision }
  })
}

function eventsOf(decision: Decision): readonly LedgerEvent[] {
  return decision.accepted ? decision.events : []
}

describe(`whoever asks (seed ${SEED})`, { timeout: PATIENCE }, () => {
  test('nothing happens that its actor may not do', () => {
    fc.assert(
      fc.property(fc.boolean(), anySteps, (isOpen, steps) => {
        const forbidden = taken(steps, isOpen).filter(({ who, role, before, decision }) =>
          eventsOf(decision).some(
            (event) =>
              !can(role, actionOf(event, who, before), before.level) && !(isOpen && takesChair(event, who, before)),
          ),
        )
        expect(forbidden).toEqual([])
      }),
      settings,
    )
  })

  test('nobody gets a stronger role by what they do themselves, but for taking notes and an empty chair', () => {
    fc.assert(
      fc.property(fc.boolean(), anySteps, (isOpen, steps) => {
        const risen = taken(steps, isOpen).filter(
          ({ who, role, roleAfter, before, decision }) =>
            strength(roleAfter) > strength(role) &&
            !eventsOf(decision).some(
              (event) => event.type === 'note-taking-begun' || (isOpen && takesChair(event, who, before)),
            ),
        )
        expect(risen).toEqual([])
      }),
      settings,
    )
  })

  test('every refusal is a sentence that says what to do', () => {
    fc.assert(
      fc.property(fc.boolean(), anySteps, (isOpen, steps) => {
        const messages = taken(steps, isOpen).flatMap(({ decision }) =>
          decision.accepted ? [] : [decision.refusal.message],
        )
        expect(messages.filter((message) => !/^[A-Z].*: .*[a-z]\.$/.test(message))).toEqual([])
      }),
      settings,
    )
  })
})

function strength(role: Role | null): number {
  return role === null ? 0 : ROLES.length - ROLES.indexOf(role)
}

function takesChair(event: LedgerEvent, actor: Person, { roles }: LedgerState): boolean {
  const isOwn = event.type === 'role-given' && event.person === actor.id && event.role === 'chair'
  return isOwn && ![...roles.values()].includes('chair')
}

/** What an event needs, said once more, and in another way than where it is decided. */
function actionOf(event: LedgerEvent, actor: Person, { consents, queue }: LedgerState): Action {
  switch (event.type) {
    case 'meeting-begun':
    case 'meeting-ended':
    case 'meeting-reopened':
      return 'begin-and-end'
    case 'level-set':
      return 'set-level'
    case 'role-given':
      return 'give-role'
    case 'checked-in':
    case 'left':
    case 'struck':
      return event.attendee.person === actor.id ? 'check-in' : 'check-in-others'
    case 'note-taking-passed':
      return event.person === actor.id ? 'take-notes' : 'run-agenda'
    case 'note-taking-asked':
    case 'note-taking-declined':
    case 'note-taking-begun':
    case 'note-taking-ended':
    case 'note-taking-exempted':
      return 'take-notes'
    case 'item-opened':
    case 'item-closed':
    case 'item-extended':
      return 'run-agenda'
    case 'hand-raised':
      return 'raise-hand'
    case 'hand-lowered': {
      const turn = [queue.speaking, ...queue.turns].find((one) => one?.turn === event.turn)
      return turn?.person === actor.id ? 'raise-hand' : 'run-queue'
    }
    case 'speaker-called':
    case 'queue-set':
      return 'run-queue'
    case 'poll-opened':
      return event.consent === undefined ? 'run-poll' : 'object'
    case 'room-counted':
    case 'voting-ended':
      return 'run-poll'
    case 'ballots-counted':
      return 'vote'
    case 'ballot-cast':
      return event.person === actor.id ? 'vote' : 'give-role'
    case 'reason-given':
      // Those of a secret poll come when the voting ends.
      return event.name === null ? 'run-poll' : 'vote'
    case 'poll-closed':
      return 'state-outcome'
    case 'consent-called':
    case 'consent-recorded':
      return 'call-consent'
    case 'consent-objected':
      return 'object'
    case 'consent-withdrawn': {
      const call = consents.find(({ consent }) => consent === event.consent)
      return call?.caller === actor.id ? 'object' : 'call-consent'
    }
  }
}
