import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { ADA, aimed, anySteps, peopledLedger, type Step } from '../testing/commands.ts'
import type { TestLedger } from '../testing/ledger.ts'
import { PATIENCE, RUNS, SEED } from '../testing/random.ts'
import { type Entry, type LedgerState, NOTHING_YET, reduce } from './index.ts'

const settings = { seed: SEED, numRuns: Math.ceil(60 * RUNS), interruptAfterTimeLimit: PATIENCE / 4 }

/** Carries out one step; its command has the same id whenever it comes. */
function take(ledger: TestLedger, { who, wait, command }: Step, id?: string): void {
  ledger.wait(wait)
  ledger.ask(who, aimed(command, ledger.state), id)
}

describe(`whatever people ask for (seed ${SEED})`, { timeout: PATIENCE }, () => {
  test('every page has the state of the server, however often commands and entries come, and in whatever pieces', () => {
    const anyOrder = fc.array(fc.nat({ max: 82 }), { maxLength: 120, size: 'max' })
    const anyPieces = fc.array(fc.tuple(fc.nat({ max: 150 }), fc.nat({ max: 20 })), { maxLength: 12 })
    fc.assert(
      fc.property(fc.boolean(), anySteps, anyOrder, anyPieces, (isOpen, steps, order, pieces) => {
        const ledger = peopledLedger(isOpen)
        for (const index of order) {
          const step = steps[index % steps.length]
          if (step !== undefined) take(ledger, step, `command-${index % steps.length}`)
        }
        const all = ledger.entries
        for (const index of order) ledger.ask(ADA, { do: 'begin-meeting' }, `command-${index % steps.length}`)
        expect(ledger.entries).toEqual(all)

        let page = NOTHING_YET
        for (const [back, length] of pieces) {
          // A connection that is lost in the middle, and a catch-up that sends some of it again.
          const from = Math.max(0, page.sequence - back)
          page = received(page, all.slice(from, page.sequence + length))
        }
        expect(received(page, all.slice(page.sequence))).toEqual(ledger.state)
        expect(received(NOTHING_YET, all)).toEqual(ledger.state)
      }),
      settings,
    )
  })

  test('a count is never more than the ballots and the room together, and at the end is just that', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const ledger = peopledLedger(false)
        for (const step of steps) {
          take(ledger, step)
          for (const { poll, room, tally, uncounted, voted } of ledger.state.polls) {
            expect([...voted.keys()].sort()).toEqual([...ledger.ballots(poll).keys()].sort())
            if (tally === null) continue
            const everybody = voted.size + sum(room ?? [])
            expect(sum(tally)).toBeLessThanOrEqual(everybody)
            expect(sum(tally)).toBeGreaterThanOrEqual(everybody - uncounted.size)
          }
        }
        const closed = ledger.state.polls.filter(({ result }) => result !== null)
        expect(closed.map(({ result }) => sum(result?.affiliations?.flatMap(({ counts }) => counts) ?? []))).toEqual(
          closed.map(({ terms, voted }) => (terms.secret ? 0 : voted.size)),
        )
        expect(closed.map(({ result }) => result?.silent === null)).toEqual(closed.map(({ terms }) => terms.secret))
      }),
      settings,
    )
  })

  test('nobody learns a secret ballot: the entries are the same when people choose the other way round', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const [one, other] = [peopledLedger(false), peopledLedger(false)]
        for (const step of steps) {
          take(one, step)
          take(other, otherWayRound(step, other.state))
        }
        expect(withoutSecretResult(other)).toEqual(withoutSecretResult(one))
        expect(JSON.stringify(one.entries)).not.toContain('"choice"')
      }),
      settings,
    )
  })

  test('between two counts that are shown live, and before the first, at least three people voted', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const ledger = peopledLedger(false)
        for (const step of steps) take(ledger, step)
        const since = new Map<string, Set<string>>()
        for (const { event } of ledger.entries) {
          if (event.type === 'ballot-cast') since.set(event.poll, new Set(since.get(event.poll)).add(event.person))
          if (event.type !== 'ballots-counted') continue
          expect(since.get(event.poll)?.size).toBeGreaterThanOrEqual(3)
          since.delete(event.poll)
        }
      }),
      settings,
    )
  })

  test('one row for a person, one open item, one poll on a block, one hand of a kind, in their order', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const ledger = peopledLedger(false)
        for (const step of steps) {
          take(ledger, step)
          const { agenda, attendance, noteTakers, noteTaking, phase, polls, queue } = ledger.state
          expectOnce(attendance.flatMap(({ attendee: { person } }) => (person === null ? [] : [person])))
          const typed = attendance.filter(({ attendee }) => attendee.person === null)
          for (const one of typed) {
            const name = one.attendee.name.toLowerCase()
            expect(attendance.filter(({ attendee }) => attendee.name.toLowerCase() === name)).toEqual([one])
          }
          expect(agenda.filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(1)
          expectOnce(agenda.map(({ item }) => item))
          expectOnce(
            polls.flatMap(({ result, terms: { block } }) => (result === null && block !== null ? [block] : [])),
          )
          expectOnce(queue.turns.map(({ kind, person }) => `${person} ${kind}`))
          expectOnce(noteTakers.map(({ person }) => person))
          const running = noteTaking.filter(({ until }) => until === null).map(({ person }) => person)
          expect(running).toEqual(phase.phase === 'ended' ? [] : noteTakers.map(({ person }) => person))
        }
      }),
      settings,
    )
  })
})

function received(state: LedgerState, entries: readonly Entry[]): LedgerState {
  return (JSON.parse(JSON.stringify(entries)) as Entry[]).reduce(reduce, state)
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

function expectOnce(values: readonly string[]): void {
  expect(values).toEqual([...new Set(values)])
}

/** In secret polls those for it choose to be against it, and those against it to be for it. */
function otherWayRound(step: Step, { polls }: LedgerState): Step {
  const command = aimed(step.command, { ...NOTHING_YET, polls })
  if (command.do !== 'vote') return step
  const terms = polls.find(({ poll }) => poll === command.poll)?.terms
  if (terms?.secret !== true) return step
  const { length } = terms.options
  const choice = command.choice < length ? length - 1 - command.choice : command.choice
  return { ...step, command: { ...command, poll: (step.command as typeof command).poll, choice } }
}

/** All that is told before the voting of a secret poll ends, and of its end what are not the counts. */
function withoutSecretResult({ entries, state }: TestLedger): readonly unknown[] {
  const isSecret = (poll: string): boolean => state.polls.find((each) => each.poll === poll)?.terms.secret === true
  return entries
    .filter(({ event }) => event.type !== 'reason-given' || !isSecret(event.poll))
    .map(({ event, actor, command, time }) => {
      const isResult = event.type === 'voting-ended' && isSecret(event.poll)
      return { actor, command, time, event: isResult ? { ...event, tally: sum(event.tally) } : event }
    })
}
