import assert from 'node:assert/strict'

import { seedUpdate } from '@plenary/shared/document'
import type { Command, Entry, LedgerEvent } from '@plenary/shared/ledger'
import { PLAIN } from '@plenary/shared/style'
import { expect, test } from 'vitest'

import { openLevelStore } from '../store/level.ts'
import type { Store } from '../store/store.ts'
import { Asker } from '../testing/asker.ts'
import { eventually } from '../testing/eventually.ts'
import { type Fault, type Mode, openFaulty, untilNothingIsLeft } from '../testing/fault.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { House, RECORD } from '../testing/house.ts'
import { member } from '../testing/people.ts'
import { docOf, textOf } from '../testing/text.ts'
import { examined } from './chain.ts'
import { inscribe } from './inscription.ts'
import { retryKey, retryKeyOf } from './retry.ts'

const MANY = 30
const KINDS = ['batch', 'get', 'iterator', 'keys', 'values']

test.each(['refused', 'done but failed'] satisfies Mode[])(
  '[LD15] whichever operation of the disk is %s, every command is carried out once, and is in the minutes once',
  { timeout: 600_000 },
  async (mode) => {
    const seen = await untilNothingIsLeft(mode, Life.begin, async (life) => {
      await life.live()
      await life.end()
      await life.expectAll()
    })
    expect(Object.keys(seen).toSorted()).toEqual(expect.arrayContaining(KINDS))
    expect(Object.values(seen).reduce((sum, count) => sum + count)).toBeGreaterThan(MANY)
    process.stdout.write(`${mode}: ${JSON.stringify(seen)}\n`)
  },
)

test.each(['crash before', 'crash after'] satisfies Mode[])(
  '[LD15] wherever the server stops (%s each operation of the disk), nothing answered is lost, and nothing is twice',
  { timeout: 600_000 },
  async (mode) => {
    const seen = await untilNothingIsLeft(mode, Life.begin, async (life, fault) => {
      await Promise.race([life.live(), fault.crashed])
      await life.end()
      await life.expectAnswered()
      await life.goOn()
      await life.expectAll()
    })
    expect(Object.keys(seen).toSorted()).toEqual(expect.arrayContaining(KINDS))
    expect(Object.values(seen).reduce((sum, count) => sum + count)).toBeGreaterThan(MANY)
    process.stdout.write(`${mode}: ${JSON.stringify(seen)}\n`)
  },
)

interface Step {
  readonly who: 'ann' | 'cem'
  readonly command: (events: readonly LedgerEvent[]) => Command
}

const TERMS = { block: null, question: 'Adopt?', options: ['For', 'Against'], shows: 'live', guests: true } as const

/** What has an entry only when the voting ends. */
const REASON: Step = {
  who: 'ann',
  command: (events) => ({ do: 'give-reason', poll: pollIn(events), text: 'Too soon.' }),
}

function isReason({ event }: Entry): boolean {
  return event.type === 'reason-given'
}

/** What is asked in this meeting, in order. */
const STEPS: readonly Step[] = [
  { who: 'cem', command: () => ({ do: 'check-in', as: 'present' }) },
  { who: 'ann', command: () => ({ do: 'check-in', as: 'present' }) },
  { who: 'ann', command: () => ({ do: 'take-over' }) },
  { who: 'cem', command: () => ({ do: 'open-poll', terms: { ...TERMS, secret: true } }) },
  { who: 'ann', command: (events) => ({ do: 'vote', poll: pollIn(events), choice: 0 }) },
  { who: 'ann', command: (events) => ({ do: 'vote', poll: pollIn(events), choice: 1 }) },
  REASON,
  {
    who: 'cem',
    command: (events) => ({ do: 'close-poll', poll: pollIn(events), outcome: { kind: 'consensus', sentence: '' } }),
  },
]

function pollIn(events: readonly LedgerEvent[]): string {
  const event = events.find(({ type }) => type === 'poll-opened')
  assert.ok(event?.type === 'poll-opened')
  return event.poll
}

/** One meeting of two people, in which everything is decided that a ledger can bring into minutes. */
class Life {
  readonly #folder: string
  readonly #where: string
  readonly #release: () => Promise<void>
  #house: House
  readonly #askers = { ann: new Asker(member('Ann')), cem: new Asker(member('Cem', 'chair')) }

  private constructor(folder: string, where: string, store: Store, release: () => Promise<void>) {
    this.#folder = folder
    this.#where = where
    this.#release = release
    this.#house = openHouse(store)
  }

  static readonly begin = async (fault: Fault, where: string): Promise<Life> => {
    const folder = await temporaryFolder()
    const store = await openLevelStore(folder)
    await store.create(MEETING)
    await store.close()
    const { store: faulty, release } = await openFaulty(folder, fault)
    return new Life(folder, where, faulty, release)
  }

  async live(): Promise<void> {
    await this.#come()
    for (const [index, step] of STEPS.entries()) {
      await this.#take(index, step)
      if (index !== 4) continue
      await this.#house.restart()
      await this.#settle()
    }
    await this.#house.rooms.close()
  }

  /** After a crash everybody comes back to a new server, and asks again what was not answered. */
  async goOn(): Promise<void> {
    const store = await openLevelStore(this.#folder)
    this.#house = openHouse(store)
    await this.#come()
    for (const [index, step] of STEPS.entries()) await this.#take(index, step)
    await this.#house.rooms.close()
    await store.close()
  }

  async end(): Promise<void> {
    this.#house.crash()
    await this.#release()
  }

  /** What anybody was told is there, in a chain that holds. */
  async expectAnswered(): Promise<void> {
    const { entries, reasons } = await this.#onDisk()
    const keys = entries.map(retryKeyOf)
    for (const { done, member } of Object.values(this.#askers)) {
      for (const id of done) {
        const isGiven = STEPS[Number(id)] === REASON && (reasons === 1 || entries.some(isReason))
        assert.ok(isGiven || keys.includes(retryKey(member.person?.id ?? '', id)), `${this.#where}: ${id}`)
      }
    }
  }

  async expectAll(): Promise<void> {
    const { entries, text } = await this.#onDisk()
    assert.deepEqual(
      entries.map(({ event }) => event.type),
      [
        'checked-in',
        'checked-in',
        'note-taking-begun',
        'poll-opened',
        'ballot-cast',
        'ballot-cast',
        'reason-given',
        'voting-ended',
        'poll-closed',
      ],
      this.#where,
    )
    for (const { entries: told } of Object.values(this.#askers)) assert.deepEqual(told, entries, this.#where)
    // Each is there and takes notes, or declared the outcome.
    for (const [word, times] of [
      ['Ann', 2],
      ['Cem', 2],
      ['Adopt', 1],
      ['Too soon', 1],
    ] as const) {
      assert.equal(text.split(word).length - 1, times, `${this.#where}: ${word} in ${text}`)
    }
  }

  async #onDisk(): Promise<{ readonly entries: readonly Entry[]; readonly reasons: number; readonly text: string }> {
    const store = await openLevelStore(this.#folder)
    const [ledger, minutes] = [await store.ledger(RECORD.id), await store.load(RECORD.id)]
    await store.close()
    const kept = ledger?.kept ?? []
    assert.equal(examined(RECORD.id, kept).trouble, undefined, this.#where)
    const text = textOf(docOf(minutes?.snapshot, ...(minutes?.tail ?? []).map(({ update }) => update)))
    return { entries: kept.map(({ entry }) => entry), reasons: ledger?.reasons.length ?? 0, text }
  }

  async #come(): Promise<void> {
    for (const asker of Object.values(this.#askers)) {
      this.#house.people.push(asker.person)
      asker.person.pair.cut()
    }
    await this.#settle()
  }

  async #take(index: number, { who, command }: Step): Promise<void> {
    const asker = this.#askers[who]
    if (asker.done.has(`${index}`)) return
    asker.ask(`${index}`, command(asker.entries.map(({ event }) => event)))
    await this.#settle()
  }

  /** Until everybody is here, or back, and all is answered. */
  async #settle(): Promise<void> {
    const askers = Object.values(this.#askers)
    const isOver = (): boolean => askers.every(({ person, pending }) => person.pair.code === undefined && pending === 0)
    await eventually(async () => {
      for (const asker of askers) {
        if (asker.person.pair.code === undefined) continue
        await this.#house.connect(asker.person, { member: asker.member })
        asker.greet()
      }
      await this.#house.settle()
      for (const asker of askers) asker.listen()
      return isOver()
    })
  }
}

const MEETING = { record: RECORD, state: seedUpdate({ type: 'doc', content: [{ type: 'paragraph' }] }) }

function openHouse(store: Store): House {
  return House.over(store, {
    idle: 0,
    ledgers: {
      inscribe: async (_id, minutes, entries, before) => inscribe(minutes, { entries, before, style: PLAIN }),
    },
  })
}
