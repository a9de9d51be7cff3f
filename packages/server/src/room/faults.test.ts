import assert from 'node:assert/strict'

import { seedUpdate } from '@plenary/shared/document'
import { expect, test } from 'vitest'

import { openLevelStore } from '../store/level.ts'
import type { Store } from '../store/store.ts'
import { eventually } from '../testing/eventually.ts'
import { type Fault, type Mode, openFaulty, untilNothingIsLeft } from '../testing/fault.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { House, RECORD } from '../testing/house.ts'
import { Person } from '../testing/person.ts'
import { docOf, textOf } from '../testing/text.ts'

/** A word of so many letters makes compaction worth its while soon, and LevelDB's own too. */
const LONG = 25_000

/** What the life of a meeting asks of the disk. */
const MANY = 50
const KINDS = ['batch', 'compactRange', 'get', 'iterator', 'keys', 'values']

test.each(['refused', 'done but failed'] satisfies Mode[])(
  '[RM14] whichever operation of the disk is %s, nothing that was called saved is lost, nothing is twice, and it goes on',
  { timeout: 600_000 },
  async (mode) => {
    const seen = await untilNothingIsLeft(mode, Life.begin, async (life) => {
      await life.live()
      await life.end()
      life.expectStored(await life.onDisk(), life.words)
    })
    expect(Object.keys(seen).toSorted()).toEqual(KINDS)
    expect(Object.values(seen).reduce((sum, count) => sum + count)).toBeGreaterThan(MANY)
    process.stdout.write(`${mode}: ${JSON.stringify(seen)}\n`)
  },
)

test.each(['crash before', 'crash after'] satisfies Mode[])(
  '[RM15] wherever the server stops (%s each operation of the disk), nothing saved or seen is lost, and nothing is twice',
  { timeout: 600_000 },
  async (mode) => {
    const seen = await untilNothingIsLeft(mode, Life.begin, async (life, fault) => {
      await Promise.race([life.live(), fault.crashed])
      const mustBeThere = life.savedOrSeen()
      await life.end()
      life.expectStored(await life.onDisk(), mustBeThere)
      await life.goOn()
      life.expectStored(await life.onDisk(), life.words)
    })
    expect(Object.keys(seen).toSorted()).toEqual(KINDS)
    expect(Object.values(seen).reduce((sum, count) => sum + count)).toBeGreaterThan(MANY)
    process.stdout.write(`${mode}: ${JSON.stringify(seen)}\n`)
  },
)

/** One meeting from its creation over typing, compaction, closing and reopening to the end of the server. */
class Life {
  readonly words: string[] = []
  readonly #folder: string
  readonly #where: string
  readonly #store: Store
  readonly #release: () => Promise<void>
  #house: House
  readonly #people: Person[] = []
  readonly #saved = new Set<string>()
  /** Who wrote which word. */
  readonly #writers = new Map<string, Person>()

  private constructor(folder: string, where: string, store: Store, release: () => Promise<void>) {
    this.#folder = folder
    this.#where = where
    this.#store = store
    this.#release = release
    this.#house = openHouse(store)
  }

  static readonly begin = async (fault: Fault, where: string): Promise<Life> => {
    const folder = await temporaryFolder()
    await (await openLevelStore(folder)).close()
    const { store, release } = await openFaulty(folder, fault)
    return new Life(folder, where, store, release)
  }

  async live(): Promise<void> {
    await this.#create()
    const [ann, bob] = [await this.#come(), await this.#come()]
    for (let turn = 0; turn < 4; turn++) {
      await this.#type(ann)
      await this.#type(bob)
    }
    for (const { pair } of [ann, bob]) pair.cut()
    await eventually(() => this.#house.rooms.size === 0)
    const cem = await this.#come()
    await this.#type(cem)
    await this.#house.restart()
    await this.#settle()
    await this.#type(cem)
    await this.#type(ann)
    await this.#house.rooms.close()
  }

  /** After a crash everybody comes back to a new server, and brings what it lacks. */
  async goOn(): Promise<void> {
    const store = await openLevelStore(this.#folder)
    await store.create(MEETING).catch(() => 'it was created before the crash')
    this.#house = openHouse(store)
    this.#house.people.push(...this.#people)
    await this.#settle()
    for (const { text } of this.#people) this.expectStored(text, this.words)
    await this.#house.rooms.close()
    await store.close()
  }

  async end(): Promise<void> {
    this.#house.crash()
    await this.#release()
  }

  async onDisk(): Promise<string> {
    const store = await openLevelStore(this.#folder)
    const stored = await store.load(RECORD.id)
    await store.close()
    return textOf(docOf(stored?.snapshot, ...(stored?.tail ?? []).map(({ update }) => update)))
  }

  expectStored(text: string, mustBeThere: readonly string[]): void {
    const found: readonly string[] = text.match(/w\d+x/g) ?? []
    assert.equal(new Set(found).size, found.length, `${this.#where}: nothing is twice`)
    assert.deepEqual(
      mustBeThere.filter((word) => !found.includes(word)),
      [],
      `${this.#where}: nothing is lost`,
    )
  }

  /** What the server has called saved, and what anybody has of others. */
  savedOrSeen(): string[] {
    this.#noteSaved()
    return this.words.filter(
      (word) =>
        this.#saved.has(word) ||
        this.#people.some((person) => person !== this.#writers.get(word) && person.text.includes(word)),
    )
  }

  /** As a person does who is told that it did not work: once more. */
  async #create(): Promise<void> {
    await this.#store.create(MEETING).catch(() => this.#store.create(MEETING).catch(() => 'it was there after all'))
  }

  async #come(): Promise<Person> {
    const person = new Person()
    this.#people.push(person)
    this.#house.people.push(person)
    await this.#house.connect(person)
    await this.#settle()
    return person
  }

  async #type(person: Person): Promise<void> {
    const word = `w${this.words.length}x`
    this.words.push(word)
    this.#writers.set(word, person)
    person.type(` ${word}${'.'.repeat(LONG)}`)
    await this.#settle()
  }

  /** Until everybody is here, or back, and all is stored. */
  async #settle(): Promise<void> {
    do {
      for (const person of this.#people) if (person.pair.code !== undefined) await this.#house.connect(person)
      await this.#house.settle()
      this.#noteSaved()
    } while (this.#people.some(({ pair }) => pair.code !== undefined))
  }

  #noteSaved(): void {
    for (const person of this.#people) {
      if (person.pair.code !== undefined || person.sent === 0 || person.saved !== person.sent) continue
      for (const [word, writer] of this.#writers) if (writer === person) this.#saved.add(word)
    }
  }
}

const MEETING = { record: RECORD, state: seedUpdate({ type: 'doc', content: [{ type: 'paragraph' }] }) }

function openHouse(store: Store): House {
  return House.over(store, {
    idle: 0,
    compactAfter: { records: 3, bytes: 1 },
    describe: (id) => store.describe(id, { title: 'Meeting', updatedAt: RECORD.updatedAt }),
  })
}
