import { contentOf, read, seedUpdate } from '@plenary/shared/document'
import type { Command } from '@plenary/shared/ledger'
import { parse, print } from '@plenary/shared/markdown'
import { PLAIN } from '@plenary/shared/style'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { MEETING_SIZE } from '../limit/limits.ts'
import { MemoryStore } from '../store/memory.ts'
import { textsIn } from '../testing/edit.ts'
import { HandClock } from '../testing/hand-clock.ts'
import { House, RECORD } from '../testing/house.ts'
import { member } from '../testing/people.ts'
import type { Person } from '../testing/person.ts'
import { docOf, textOf } from '../testing/text.ts'
import { inscribe } from './inscription.ts'
import type { Surroundings } from './ledger.ts'

/** What puts so many letters behind the first text of the minutes. */
function updateOf(minutes: Uint8Array, letters: number): Uint8Array {
  const doc = docOf(minutes)
  const before = Y.encodeStateVector(doc)
  textsIn(contentOf(doc))[0]?.insert(0, 'x'.repeat(letters))
  return Y.encodeStateAsUpdate(doc, before)
}

const CHECK_IN: Command = { do: 'check-in', as: 'present' }

/** A meeting that began with this text, whose ledger is inscribed as a server does. */
async function houseOf(text: string, ledgers: Partial<Surroundings> = {}): Promise<House> {
  const store = new MemoryStore()
  await store.create({ record: RECORD, state: seedUpdate(parse(text)) })
  return House.over(store, {
    ledgers: {
      inscribe: async (_id, minutes, entries, before) => inscribe(minutes, { entries, before, style: PLAIN }),
      ...ledgers,
    },
  })
}

async function come(house: House, name: string): Promise<Person> {
  const person = house.enter({ member: member(name, name === 'Cem' ? 'chair' : null) })
  await house.settle()
  return person
}

async function stored(house: House): Promise<string> {
  return textOf(docOf(await house.rooms.state(RECORD.id)))
}

describe('what the ledger brings into the minutes', () => {
  test('[LD16] stands in everybody’s minutes, and on disk, once: who came, who takes notes, what was decided', async () => {
    const house = await houseOf('# Call\n\nPresent: Dan\n', { clock: new HandClock() })
    const [ann, cem] = [await come(house, 'Ann'), await come(house, 'Cem')]
    ann.ask('1', CHECK_IN)
    cem.ask('2', CHECK_IN)
    cem.ask('3', { do: 'take-over' })
    await house.settle()
    cem.ask('4', { do: 'leave' })
    await house.settle()
    expect(ann.text).toContain('Present: Dan, Ann, Cem (left 16:00 UTC)')
    expect(ann.text).toContain('Note taker')
    expect([cem.text, await stored(house)]).toEqual([ann.text, ann.text])
  })

  test('[LD16] at the end what was not reached, in one list, also where the meeting went on', async () => {
    const house = await houseOf('# Call\n\n## Agenda\n\n- Hinges\n- Lids\n')
    const cem = await come(house, 'Cem')
    const item = (text: string) => ({ item: text, text })
    cem.ask('1', { do: 'begin-meeting' })
    cem.ask('2', { do: 'end-meeting', notReached: [item('Hinges'), item('Lids')] })
    await house.settle()
    const listed = (...texts: string[]) =>
      `<heading level="2">Not reached</heading><bulletlist>${texts
        .map((text) => `<listitem><paragraph>${text}</paragraph></listitem>`)
        .join('')}</bulletlist>`
    expect(cem.text).toContain(listed('Hinges', 'Lids'))
    cem.ask('3', { do: 'reopen-meeting' })
    cem.ask('4', { do: 'end-meeting', notReached: [item('Lids')] })
    await house.settle()
    expect(cem.text.endsWith(`</bulletlist>${listed('Lids')}`)).toBe(true)
  })

  test('[LD16] so do the results of polls, consent, and what was not reached, where they belong', async () => {
    const clock = new HandClock()
    const house = await houseOf('# Call\n\n## Agenda\n\n1. Reef\n2. Kelp\n\n## Notes\n', { clock })
    const [ann, cem] = [await come(house, 'Ann'), await come(house, 'Cem')]
    cem.catchUp()
    const terms = { block: null, options: ['For', 'Against'], shows: 'live', secret: false, guests: true } as const
    cem.ask('1', { do: 'open-poll', terms: { ...terms, question: 'Adopt the reef?' } })
    cem.ask('2', { do: 'call-consent', block: null, wording: 'Merge the kelp', seconds: 60 })
    await house.settle()
    const poll = cem.entries.flatMap(({ event }) => (event.type === 'poll-opened' ? event.poll : []))[0] ?? ''
    ann.ask('3', { do: 'vote', poll, choice: 0 })
    await house.settle()
    cem.ask('4', { do: 'close-poll', poll, outcome: { kind: 'consensus', sentence: 'Adopted.' } })
    await house.settle()
    clock.pass(60)
    await house.settle()
    cem.ask('5', { do: 'end-meeting', notReached: [{ item: 'kelp', text: 'Kelp' }] })
    await house.settle()
    const text = print(read(ann.doc)).text
    expect(text).toContain('Adopt the reef?')
    expect(text).toMatch(/\| For +\| Against \|\n\| -+ \| -+ \|\n\| 1 +\| 0 +\|\n/)
    expect(text).toContain('Outcome: consensus (declared by Cem). Adopted.')
    expect(text).toContain('Merge the kelp')
    expect(text).toContain('Unanimous consent (2 present).')
    expect(text).toMatch(/## Not reached\n\n- Kelp\n$/)
    expect([cem.text, await stored(house)]).toEqual([ann.text, ann.text])
  })

  test('[LD16] what people take out of them stays out, also after a restart', async () => {
    const house = await houseOf('Present: Dan\n')
    const ann = await come(house, 'Ann')
    ann.ask('1', CHECK_IN)
    await house.settle()
    const [text] = textsIn(contentOf(ann.doc))
    text?.delete(12, 5)
    await house.settle()
    expect(ann.text).toContain('Present: Dan<')
    await house.restart()
    await house.connect(ann, { member: member('Ann') })
    await house.settle()
    ann.ask('2', { do: 'raise-hand', kind: 'reply' })
    await house.settle()
    expect(await stored(house)).toContain('Present: Dan<')
  })

  test('[LD16] merges with what people type there before they have heard of it', async () => {
    const house = await houseOf('Present: Dan\n')
    const [ann, bob] = [await come(house, 'Ann'), await come(house, 'Bob')]
    ann.ask('1', CHECK_IN)
    textsIn(contentOf(bob.doc))[0]?.insert(9, 'Eve, ')
    await house.settle()
    expect(bob.text).toContain('Present: Eve, Dan, Ann')
    expect([ann.text, await stored(house)]).toEqual([bob.text, bob.text])
  })

  test('[LD16] comes there later where it could not at once, and what fails keeps nothing else from it', async () => {
    let isAble = false
    const house = await houseOf('Present: Dan\n', {
      inscribe: async (_id, minutes, entries, before) => {
        if (!isAble) throw new Error('it took too long')
        const inscribed = inscribe(minutes, { entries, before, style: PLAIN })
        return { ...inscribed, failed: [{ sequence: 1, reason: 'a mistake' }] }
      },
    })
    const ann = await come(house, 'Ann')
    ann.ask('1', CHECK_IN)
    await house.settle()
    expect(ann.answerTo('1')).toMatchObject({ ok: true })
    expect(await stored(house)).toContain('Present: Dan<')
    isAble = true
    ann.ask('2', { do: 'raise-hand', kind: 'reply' })
    await house.settle()
    expect(await stored(house)).toContain('Present: Dan, Ann<')
    expect(house.problems).toEqual(Array(2).fill('meeting: what the ledger says could not be inscribed'))
  })

  test('[LD16] is tried again by itself, ever less often, until it is there', async () => {
    const clock = new HandClock()
    let tries = 0
    const house = await houseOf('Present: Dan\n', {
      clock,
      inscribe: async (_id, minutes, entries, before) => {
        if (++tries < 3) throw new Error('it took too long')
        return inscribe(minutes, { entries, before, style: PLAIN })
      },
    })
    const ann = await come(house, 'Ann')
    ann.ask('1', CHECK_IN)
    const triesAfter = async (seconds: number): Promise<number> => {
      clock.pass(seconds)
      await house.settle()
      return tries
    }
    const seen = [await triesAfter(0), await triesAfter(1), await triesAfter(1), await triesAfter(1)]
    expect(seen).toEqual([1, 2, 2, 3])
    expect(await stored(house)).toContain('Present: Dan, Ann<')
    expect(await triesAfter(600)).toBe(3)
  })

  test('[LD16] stays out, with a report, where the minutes would become too large, and keeps nothing later from it', async () => {
    const house = await houseOf('Present: Dan\n', {
      inscribe: async (_id, minutes, entries, before) => {
        if (before.sequence === 0) return { update: updateOf(minutes, MEETING_SIZE), failed: [] }
        return inscribe(minutes, { entries, before, style: PLAIN })
      },
    })
    const ann = await come(house, 'Ann')
    ann.ask('1', CHECK_IN)
    await house.settle()
    expect(house.problems).toEqual(['meeting: what the ledger says could not be inscribed'])
    expect(await stored(house)).toContain('Present: Dan<')
    ann.ask('2', { do: 'leave' })
    ann.ask('3', CHECK_IN)
    await house.settle()
    expect(await stored(house)).toContain('Present: Dan, Ann<')
  })

  test('[LD16] says what went wrong where a mistake of ours keeps an entry out', async () => {
    const reasons: string[] = []
    const house = await houseOf('Present: Dan\n', {
      inscribe: async (_id, minutes, entries, before) => {
        const inscribed = inscribe(minutes, { entries, before, style: {} as typeof PLAIN })
        reasons.push(...inscribed.failed.map(({ sequence, reason }) => `${sequence} ${reason}`))
        return inscribed
      },
    })
    const ann = await come(house, 'Ann')
    ann.ask('1', CHECK_IN)
    await house.settle()
    expect(reasons).toEqual([expect.stringMatching(/^1 TypeError: /)])
  })

  test('[LD16] counts as nobody’s frame, and everybody’s own are saved as before', async () => {
    const house = await houseOf('Present: Dan\n')
    const ann = await come(house, 'Ann')
    for (let turn = 0; turn < 5; turn++) {
      ann.ask(`${turn}`, turn % 2 === 0 ? CHECK_IN : { do: 'leave' })
      ann.type('x')
      await house.settle()
    }
    expect(ann.saved).toBe(ann.sent)
    expect(await stored(house)).toBe(ann.text)
  })
})
