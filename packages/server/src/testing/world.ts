import assert from 'node:assert/strict'

import { apply, contentOf } from '@plenary/shared/document'
import * as Y from 'yjs'

import { type Member, NOBODY } from '../ledger/member.ts'
import { DiskHouse } from './disk-house.ts'
import { editAtRandom } from './edit.ts'
import { eventually } from './eventually.ts'
import { type House, RECORD } from './house.ts'
import { member } from './people.ts'
import { Person } from './person.ts'
import type { Random } from './random.ts'
import { clocksOf, docOf, textOf } from './text.ts'

/** One Unicode character for each word, from blocks without combining or paired ones, so that no edit can split it. */
const FIRST_TOKEN = 0x4e00

interface Life {
  person: Person
  /** Who they are for the server, all their life; some say no name. */
  readonly member: Member
  /** Client ids that this person has had; a page gets a new one each time it is loaded. */
  readonly clients: Set<number>
  undo: Y.UndoManager
}

/** A meeting with its people, on a store on disk, to which anything may happen. */
export class World {
  readonly #random: Random
  readonly #where: string
  readonly #counts: Map<string, number>
  readonly #disk: DiskHouse
  readonly #lives: Life[] = []
  /** Every edit ever made, on one heap. */
  readonly #reference = new Y.Doc()
  readonly #admissions: Promise<void>[] = []
  #tokens = 0

  private constructor(dice: Random, where: string, counts: Map<string, number>, disk: DiskHouse) {
    this.#random = dice
    this.#where = where
    this.#counts = counts
    this.#disk = disk
  }

  static async begin(dice: Random, where: string, counts: Map<string, number>): Promise<World> {
    const disk = await DiskHouse.open({ idle: 0, quiet: 0, compactAfter: { records: 7, bytes: 100_000 } })
    const world = new World(dice, where, counts, disk)
    const seed = await disk.store.load(RECORD.id)
    apply(world.#reference, [seed?.snapshot ?? new Uint8Array([0, 0])])
    for (let people = 2 + dice.whole(3); people > 0; people--) world.#arrive(new Person(), world.#somebody())
    return world
  }

  async live(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) {
      const roll = this.#random.whole(1000)
      if (roll < 600) this.#edit()
      else if (roll < 860) this.#random.one(this.#lives).person.pair.flush()
      else if (roll < 900) this.#lose()
      else if (roll < 925) this.#stick()
      else if (roll < 945) this.#undo()
      else if (roll < 960) this.#reload()
      else if (roll < 975) this.#failDisk()
      else if (roll < 980) this.#arrive(new Person(), this.#somebody())
      else if (roll < 990) await this.#restart()
      else await this.#crash()
      if (this.#random.chance(0.3)) await new Promise(setImmediate)
      if (this.#random.chance(0.03)) await this.#house.settle()
    }
  }

  async end(): Promise<void> {
    this.#house.store.fail(0)
    await eventually(() => this.#house.rooms.isHealthy)
    for (const life of this.#lives) {
      life.person.pair.isStuck = false
      if (life.person.pair.code !== undefined) this.#connect(life)
    }
    await Promise.all(this.#admissions)
    await this.#house.settle()
    const expected = textOf(this.#reference)
    for (const { person } of this.#lives) {
      assert.equal(person.pair.code, undefined, this.#where)
      assert.equal(person.text, expected, this.#where)
      assert.equal(person.saved, person.sent, this.#where)
    }
    assert.equal(textOf(docOf(await this.#house.rooms.state(RECORD.id))), expected, this.#where)
    await this.#disk.restart()
    const reloaded = docOf(await this.#house.rooms.state(RECORD.id))
    assert.equal(textOf(reloaded), expected, this.#where)
    assert.deepEqual(clocksOf(reloaded), clocksOf(this.#reference), this.#where)
    const words = expected.match(/[\u4e00-\u9fff]/g) ?? []
    assert.equal(new Set(words).size, words.length, this.#where)
    const strange = this.#house.problems.filter((problem) => !/not be compacted|cannot be written/.test(problem))
    assert.deepEqual(strange, [], this.#where)
    await this.#house.rooms.close()
    await this.#disk.store.close()
    this.#count('words at the end', words.length)
    this.#count('words written', this.#tokens)
  }

  get #house(): House {
    return this.#disk.house
  }

  #somebody(): Member {
    return this.#random.chance(0.7) ? member(`P${this.#lives.length}`) : NOBODY
  }

  #arrive(person: Person, member: Member, clients: Set<number> = new Set()): void {
    clients.add(person.doc.clientID)
    person.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== person) apply(this.#reference, [update])
    })
    const life = { person, member, clients, undo: undoOf(person) }
    this.#lives.push(life)
    this.#house.people.push(person)
    this.#connect(life)
    this.#count('arrivals')
  }

  #connect({ person, member }: Life): void {
    this.#admissions.push(this.#house.connect(person, { member }))
  }

  #edit(): void {
    const { person } = this.#random.one(this.#lives)
    editAtRandom(person.doc, this.#random, () => String.fromCharCode(FIRST_TOKEN + this.#tokens++))
    this.#count('edits')
  }

  #undo(): void {
    const { undo } = this.#random.one(this.#lives)
    if (this.#random.chance(0.7)) undo.undo()
    else undo.redo()
    this.#count('undos')
  }

  /** A connection goes, perhaps with frames under way, or comes back. */
  #lose(): void {
    const life = this.#random.one(this.#lives)
    if (life.person.pair.code === undefined) life.person.pair.cut()
    else this.#connect(life)
    this.#expectHonest()
    this.#count('connections lost or found')
  }

  #stick(): void {
    const { pair } = this.#random.one(this.#lives).person
    pair.isStuck = !pair.isStuck
  }

  /** The page is loaded anew, from what the browser has kept. */
  #reload(): void {
    const index = this.#random.whole(this.#lives.length)
    const [life] = this.#lives.splice(index, 1)
    if (life === undefined) return
    this.#house.people.splice(this.#house.people.indexOf(life.person), 1)
    life.person.pair.cut()
    const person = new Person()
    Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(life.person.doc), person)
    this.#arrive(person, life.member, life.clients)
    this.#count('reloads')
  }

  #failDisk(): void {
    this.#house.store.fail(1 + this.#random.whole(4))
    this.#count('disk failures')
  }

  async #restart(): Promise<void> {
    this.#expectHonest()
    await this.#disk.restart()
    this.#count('restarts')
    this.#reconnect()
  }

  async #crash(): Promise<void> {
    this.#expectHonest()
    await this.#disk.crash()
    await this.#expectSeenIsKept()
    this.#count('crashes')
    this.#reconnect()
  }

  #reconnect(): void {
    for (const life of this.#lives) if (this.#random.chance(0.7)) this.#connect(life)
  }

  /** What anybody has of what others wrote came through the server, and so it is on disk. */
  async #expectSeenIsKept(): Promise<void> {
    const kept = clocksOf(docOf(await this.#house.rooms.state(RECORD.id)))
    for (const { person, clients } of this.#lives) {
      for (const [client, clock] of clocksOf(person.doc)) {
        if (!clients.has(client)) assert.ok((kept.get(client) ?? 0) >= clock, this.#where)
      }
    }
  }

  /** Nobody here ever does anything that the server should refuse. */
  #expectHonest(): void {
    for (const { person } of this.#lives) assert.ok([undefined, 1006, 1012].includes(person.pair.code), this.#where)
  }

  #count(what: string, by = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + by)
  }
}

function undoOf(person: Person): Y.UndoManager {
  return new Y.UndoManager(contentOf(person.doc), { captureTimeout: 0 })
}
