import { beforeEach, describe, expect, test } from 'vitest'

import { LEVELS, type Role } from '../meeting/index.ts'
import { person, refusalOf, TestLedger, typesOf } from '../testing/ledger.ts'
import { mayTakeChair, NOTHING_YET, roleOf } from './index.ts'

const chair = person('Ada')
const bob = person('Bob')
let ledger: TestLedger

beforeEach(() => {
  ledger = new TestLedger()
  ledger.join(chair, 'chair')
  ledger.join(bob)
})

function give(who: typeof chair, to: typeof chair, role: Role | null): ReturnType<TestLedger['ask']> {
  return ledger.ask(who, { do: 'give-role', person: to.id, name: 'whatever', role })
}

describe('giving roles', () => {
  test('is for the chair, and works at once; null gives back what somebody has from elsewhere', () => {
    give(chair, bob, 'reader')
    expect(ledger.roleOf(bob.id)).toBe('reader')
    expect(ledger.entries.at(-1)?.event).toMatchObject({ name: 'Bob' })
    expect(give(chair, bob, 'reader')).toEqual({ accepted: true, events: [] })
    give(chair, bob, null)
    expect(ledger.roleOf(bob.id)).toBe('participant')
  })

  test('nobody gives themselves more, whatever they are', () => {
    for (const role of ['reader', 'participant', 'note-taker'] as const) {
      const one = ledger.join(person(role), role)
      expect(refusalOf(give(one, one, 'chair'))).toBe('forbidden')
      expect(refusalOf(ledger.ask(one, { do: 'take-chair' }))).toBe('forbidden')
    }
  })

  test('the last chair stays one; with another one they may be less', () => {
    expect(refusalOf(give(chair, chair, 'participant'))).toBe('forbidden')
    expect(refusalOf(give(chair, chair, null))).toBeNull()
    give(chair, bob, 'chair')
    give(chair, chair, 'participant')
    expect(ledger.roleOf(chair.id)).toBe('participant')
    expect(refusalOf(give(bob, bob, null))).toBe('forbidden')
  })

  test('whoever takes notes and is made less stops taking notes', () => {
    ledger.ask(bob, { do: 'take-over' })
    expect(typesOf(give(chair, bob, 'reader'))).toEqual(['role-given', 'note-taking-ended'])
    expect(ledger.roleOf(bob.id)).toBe('reader')
  })
})

describe('taking the chair', () => {
  test('works where whoever comes is let in and nobody is chair', () => {
    const alone = new TestLedger()
    alone.isOpen = true
    const one = alone.join(person('One'), null)
    const two = alone.join(person('Two'), null)
    expect(typesOf(alone.ask(one, { do: 'take-chair' }))).toEqual(['role-given'])
    expect(alone.roleOf(one.id)).toBe('chair')
    expect(alone.ask(one, { do: 'take-chair' })).toEqual({ accepted: true, events: [] })
    expect(refusalOf(alone.ask(two, { do: 'take-chair' }))).toBe('forbidden')
  })

  test('does not work where a grant names a chair, where people are invited, or for readers', () => {
    ledger.isOpen = true
    expect(refusalOf(ledger.ask(bob, { do: 'take-chair' }))).toBe('forbidden')
    ledger.chairs = []
    ledger.isOpen = false
    expect(refusalOf(ledger.ask(bob, { do: 'take-chair' }))).toBe('forbidden')
    ledger.isOpen = true
    const reader = ledger.join(person('Rea'), 'reader')
    expect(refusalOf(ledger.ask(reader, { do: 'take-chair' }))).toBe('forbidden')
  })
})

test('whether somebody may take the chair is known before they ask', () => {
  const readers = person('Rea')
  const isGranted = (who: typeof bob, change: (ledger: TestLedger) => void): boolean => {
    const here = new TestLedger()
    here.isOpen = true
    here.join(bob)
    here.join(readers, 'reader')
    change(here)
    const isTold = mayTakeChair(here.context(who))
    const decision = here.ask(who, { do: 'take-chair' })
    expect(isTold).toBe(decision.accepted && decision.events.length > 0)
    return isTold
  }
  expect(isGranted(bob, () => {})).toBe(true)
  expect(isGranted(readers, () => {})).toBe(false)
  expect(isGranted(bob, (here) => void (here.isOpen = false))).toBe(false)
  expect(isGranted(bob, (here) => void here.join(chair, 'chair'))).toBe(false)
  expect(isGranted(bob, (here) => void here.ask(bob, { do: 'take-chair' }))).toBe(false)
  const end = (here: TestLedger): void => {
    here.ask(bob, { do: 'take-over' })
    here.ask(bob, { do: 'end-meeting', notReached: [] })
  }
  expect(isGranted(bob, end)).toBe(false)
})

describe('the role of somebody', () => {
  const stranger = { person: null, granted: null, isOpen: false } as const

  test('is what the ledger says, else their grant, else what a visitor is', () => {
    const state = { ...NOTHING_YET, roles: new Map([[bob.id, 'reader' as const]]) }
    expect(roleOf({ person: bob.id, granted: 'chair', isOpen: true }, state)).toBe('reader')
    expect(roleOf({ person: chair.id, granted: 'chair', isOpen: true }, state)).toBe('chair')
    expect(roleOf({ ...stranger, isOpen: true }, state)).toBe('participant')
    expect(roleOf(stranger, state)).toBeNull()
  })

  test('of a visitor is reader at the level of the group', () => {
    const roles = LEVELS.map((level) => roleOf({ ...stranger, isOpen: true }, { ...NOTHING_YET, level }))
    expect(roles).toEqual(['participant', 'reader', 'participant', 'participant'])
  })

  test('is nothing on an invited server without a grant, whatever the ledger says of them', () => {
    ledger.ask(bob, { do: 'take-over' })
    give(chair, bob, 'chair')
    ledger.granted.delete(bob.id)
    expect(ledger.roleOf(bob.id)).toBeNull()
    give(chair, bob, null)
    expect(ledger.roleOf(bob.id)).toBeNull()
    ledger.isOpen = true
    expect(ledger.roleOf(bob.id)).toBe('note-taker')
  })

  test('is that of a reader for whom their grants make one by now, also while they take notes', () => {
    ledger.ask(bob, { do: 'take-over' })
    ledger.granted.set(bob.id, 'reader')
    expect(ledger.roleOf(bob.id)).toBe('reader')
  })

  test('is at least note taker while they take notes', () => {
    ledger.ask(bob, { do: 'take-over' })
    ledger.ask(chair, { do: 'take-over' })
    expect([ledger.roleOf(bob.id), ledger.roleOf(chair.id)]).toEqual(['note-taker', 'chair'])
  })
})
