import assert from 'node:assert/strict'

import { type Command, type Entry, type LedgerState, NOTHING_YET, reduce, TURN_KINDS } from '@plenary/shared/ledger'
import { PLAIN } from '@plenary/shared/style'

import { examined } from '../ledger/chain.ts'
import { inscribe } from '../ledger/inscription.ts'
import { retryKeyOf } from '../ledger/retry.ts'
import { Asker } from './asker.ts'
import { DiskHouse } from './disk-house.ts'
import { eventually } from './eventually.ts'
import { HandClock } from './hand-clock.ts'
import { type House, RECORD } from './house.ts'
import { member } from './people.ts'
import type { Random } from './random.ts'
import { docOf, textOf } from './text.ts'

const NAMES = ['Ann', 'Bob', 'Cem', 'Dan']

/** A meeting on a disk, of people who ask for all kinds of things, and to which anything may happen. */
export class LedgerWorld {
  readonly #dice: Random
  readonly #where: string
  readonly #counts: Map<string, number>
  readonly #disk: DiskHouse
  readonly #clock: HandClock
  readonly #askers: readonly Asker[]
  #asked = 0

  private constructor(dice: Random, where: string, counts: Map<string, number>, disk: DiskHouse, clock: HandClock) {
    this.#dice = dice
    this.#where = where
    this.#counts = counts
    this.#disk = disk
    this.#clock = clock
    // Everybody has two pages open.
    this.#askers = [...NAMES, ...NAMES].map((name) => new Asker(member(name, name === 'Cem' ? 'chair' : null)))
    disk.house.people.push(...this.#askers.map(({ person }) => person))
  }

  static async begin(dice: Random, where: string, counts: Map<string, number>): Promise<LedgerWorld> {
    const clock = new HandClock()
    const disk = await DiskHouse.open({
      idle: 0,
      ledgers: {
        clock,
        inscribe: async (_id, minutes, entries, before) => inscribe(minutes, { entries, before, style: PLAIN }),
      },
    })
    const world = new LedgerWorld(dice, where, counts, disk, clock)
    await world.#comeBack()
    return world
  }

  async live(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) {
      const roll = this.#dice.whole(1000)
      if (roll < 550) this.#ask()
      else if (roll < 750) this.#dice.one(this.#askers).person.pair.flush()
      else if (roll < 850) await this.#house.settle()
      else if (roll < 900) this.#dice.one(this.#askers).person.pair.cut()
      else if (roll < 930) await this.#comeBack()
      else if (roll < 950) this.#clock.pass(this.#dice.whole(40))
      else if (roll < 970) this.#house.store.fail(1 + this.#dice.whole(3))
      else if (roll < 985) await this.#restart()
      else await this.#crash()
      for (const asker of this.#askers) asker.listen()
    }
  }

  /** Everybody has the same ledger, in which all that was answered is once; and so have the minutes. */
  async end(): Promise<void> {
    this.#house.store.fail(0)
    await eventually(async () => {
      await this.#comeBack()
      return this.#askers.every(({ person, pending }) => person.pair.code === undefined && pending === 0)
    })
    await this.#house.rooms.close()
    const kept = (await this.#disk.store.ledger(RECORD.id))?.kept ?? []
    assert.equal(examined(RECORD.id, kept).trouble, undefined, this.#where)
    const entries = kept.map(({ entry }) => entry)
    for (const { entries: told } of this.#askers) assert.deepEqual(told, entries, this.#where)
    this.#expectOnce(entries)
    await this.#expectMinutes(entries.reduce(reduce, NOTHING_YET))
    await this.#disk.store.close()
    this.#count('entries', entries.length)
    for (const { event } of entries) this.#count(event.type)
  }

  get #house(): House {
    return this.#disk.house
  }

  #expectOnce(entries: readonly Entry[]): void {
    // Entries of one command lie together: nothing of it came about a second time.
    const runs = entries.map(retryKeyOf).filter((key, index, keys) => key !== keys[index - 1])
    assert.equal(new Set(runs).size, runs.length, this.#where)
    for (const { done } of this.#askers) this.#count('commands answered', done.size)
    const ballots = entries.flatMap(({ event }) => (event.type === 'voting-ended' ? event.tally : []))
    assert.ok(
      ballots.every((count) => count <= NAMES.length),
      this.#where,
    )
  }

  async #expectMinutes({ attendance }: LedgerState): Promise<void> {
    const minutes = await this.#disk.store.load(RECORD.id)
    const text = textOf(docOf(minutes?.snapshot, ...(minutes?.tail ?? []).map(({ update }) => update)))
    for (const { attendee } of attendance) {
      const listed = text.split(`<listitem><paragraph>${attendee.name}`).slice(1)
      const entries = listed.filter((rest) => !rest.startsWith(': '))
      assert.equal(entries.length, 1, `${this.#where}: ${attendee.name} in ${text}`)
    }
  }

  #ask(): void {
    const asker = this.#dice.one(this.#askers)
    const state = asker.entries.reduce(reduce, NOTHING_YET)
    asker.ask(`${this.#asked++}`, this.#command(state))
    this.#count('commands asked')
  }

  #command(state: LedgerState): Command {
    const dice = this.#dice
    const poll = state.polls.findLast(({ result }) => result === null)?.poll ?? 'none'
    const turn = state.queue.turns[0]?.turn ?? 'none'
    const consent = state.consents.findLast(({ end }) => end === null)?.consent ?? 'none'
    const item = { item: `item${dice.whole(3)}`, text: 'Item' }
    const terms = { block: null, question: `Q${dice.whole(9)}?`, options: ['For', 'Against'], guests: true } as const
    return dice.one<() => Command>([
      () => ({ do: 'check-in', as: dice.one(['present', 'late']) }),
      () => ({ do: 'vote', poll, choice: dice.whole(2) }),
      () => ({ do: 'vote', poll, choice: dice.whole(2) }),
      () => ({ do: 'vote', poll, choice: dice.whole(2) }),
      () => ({ do: 'give-reason', poll, text: 'Because.' }),
      () => ({ do: 'open-poll', terms: { ...terms, secret: dice.chance(0.5), shows: 'live' } }),
      () => ({ do: 'end-voting', poll }),
      () => ({ do: 'close-poll', poll, outcome: { kind: 'consensus', sentence: '' } }),
      () => ({ do: 'call-consent', block: null, wording: `W${dice.whole(9)}`, seconds: 30 }),
      () => ({ do: 'object', consent }),
      () => ({ do: 'open-item', item }),
      () => ({ do: 'raise-hand', kind: dice.one(TURN_KINDS) }),
      () => ({ do: 'lower-hand', turn }),
      () => ({ do: 'call-speaker', turn }),
      () => ({ do: 'take-over' }),
      () => ({ do: 'stop-taking-notes' }),
    ])()
  }

  async #comeBack(): Promise<void> {
    for (const asker of this.#askers) {
      asker.listen()
      if (asker.person.pair.code !== undefined || asker.person.heard.length === 0) {
        await this.#house.connect(asker.person, { member: asker.member })
        asker.greet()
      }
    }
    await this.#house.settle()
    for (const asker of this.#askers) asker.listen()
  }

  async #restart(): Promise<void> {
    await this.#disk.restart()
    this.#count('restarts')
  }

  async #crash(): Promise<void> {
    await this.#disk.crash()
    // What anybody was told is on disk.
    const kept = (await this.#disk.store.ledger(RECORD.id))?.kept ?? []
    for (const asker of this.#askers) {
      asker.listen()
      assert.deepEqual(
        asker.entries,
        kept.slice(0, asker.entries.length).map(({ entry }) => entry),
        this.#where,
      )
    }
    this.#count('crashes')
  }

  #count(what: string, by = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + by)
  }
}
