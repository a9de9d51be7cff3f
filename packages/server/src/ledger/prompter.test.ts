import type { CommandOf, PastNoteTaking } from '@plenary/shared/ledger'
import type { Whisper } from '@plenary/shared/protocol'
import { describe, expect, test } from 'vitest'

import { HandClock } from '../testing/hand-clock.ts'
import { House } from '../testing/house.ts'
import { member, named } from '../testing/people.ts'
import type { Person } from '../testing/person.ts'

const ITEM: CommandOf<'open-item'> = { do: 'open-item', item: { item: 'reef', text: 'Reef' } }
const PAST: readonly PastNoteTaking[] = [{ name: 'Ann', date: '2027-04-20', minutes: 60 }]

interface Meeting {
  readonly house: House
  readonly clock: HandClock
  readonly people: { readonly cem: Person; readonly ann: Person; readonly bob: Person }
  readonly pass: (seconds: number) => Promise<void>
}

/** Cem takes notes, and an item is open. */
async function meeting(): Promise<Meeting> {
  const clock = new HandClock()
  const house = await House.open({ ledgers: { clock, past: async () => PAST } })
  const [cem, ann, bob] = ['Cem', 'Ann', 'Bob'].map((name) => {
    return house.enter({ member: member(name, name === 'Cem' ? 'chair' : null) })
  }) as [Person, Person, Person]
  await house.settle()
  for (const [index, person] of [cem, ann, bob].entries())
    person.ask(`here-${index}`, { do: 'check-in', as: 'present' })
  cem.ask('notes', { do: 'take-over' })
  cem.ask('item', ITEM)
  await house.settle()
  const pass = async (seconds: number): Promise<void> => {
    clock.pass(seconds)
    await house.settle()
  }
  return { house, clock, people: { cem, ann, bob }, pass }
}

function whispers({ heard }: Person): Whisper[] {
  return heard.flatMap((message) => (message.kind === 'whisper' ? message.whisper : []))
}

describe('whispers', () => {
  test('[LD17] when nobody writes about an open item, the note taker is told, and then the next in line, and nobody else', async () => {
    const { people, pass } = await meeting()
    await pass(89)
    expect(whispers(people.cem)).toEqual([])
    await pass(1)
    const silence = { whisper: 'nobody-writes', item: 'reef', isNoteTaker: true }
    expect(whispers(people.cem)).toEqual([silence])
    await pass(90)
    await pass(900)
    expect(whispers(people.cem)).toEqual([silence])
    // Ann took notes last week.
    expect(whispers(people.bob)).toEqual([{ ...silence, isNoteTaker: false }])
    expect(whispers(people.ann)).toEqual([])
  })

  test('[LD17] whoever presents the open item is not next in line, also where they came after it was opened', async () => {
    const { house, people, pass } = await meeting()
    people.bob.ask('away', { do: 'leave' })
    people.cem.ask('reef', { ...ITEM, presenters: [{ name: 'Bob' }] })
    await house.settle()
    people.bob.ask('back', { do: 'check-in', as: 'present' })
    await house.settle()
    await pass(90)
    await pass(90)
    expect(whispers(people.bob)).toEqual([])
    expect(whispers(people.ann)).toEqual([{ whisper: 'nobody-writes', item: 'reef', isNoteTaker: false }])
  })

  test('[LD17] every word begins the time anew, and without an open item nobody is told', async () => {
    const { house, people, pass } = await meeting()
    await pass(60)
    people.ann.type('a word')
    await house.settle()
    await pass(60)
    expect(whispers(people.cem)).toEqual([])
    await pass(30)
    expect(whispers(people.cem)).toHaveLength(1)
    people.ann.type('another')
    await house.settle()
    await pass(90)
    expect(whispers(people.cem)).toHaveLength(2)
    people.cem.ask('close', { do: 'close-item', item: 'reef', as: 'done' })
    await house.settle()
    await pass(900)
    expect([whispers(people.cem).length, whispers(people.bob).length]).toEqual([2, 0])
  })

  test('[LD18] who writes, speaks or votes without checking in is said to the note taker, once', async () => {
    const { house, people } = await meeting()
    const [dan, eve] = [house.enter({ member: member('Dan') }), house.enter({ member: member('Eve') })]
    await house.settle()
    for (let word = 0; word < 3; word++) {
      dan.type('a word')
      people.ann.type('another')
      await house.settle()
    }
    eve.ask('hand', { do: 'raise-hand', kind: 'new-topic' })
    await house.settle()
    people.cem.catchUp()
    await house.settle()
    const hand = people.cem.entries.map(({ event }) => event).find((event) => event.type === 'hand-raised')
    people.cem.ask('call', { do: 'call-speaker', turn: hand?.type === 'hand-raised' ? hand.turn : '' })
    await house.settle()
    const missing = { whisper: 'not-checked-in' }
    expect(whispers(people.cem)).toEqual([
      { ...missing, name: 'Dan', person: named('Dan').id },
      { ...missing, name: 'Eve', person: named('Eve').id },
    ])
    for (const person of [people.ann, people.bob, dan, eve]) expect(whispers(person)).toEqual([])
  })
})
