import type { Entry } from '@plenary/shared/ledger'
import { CLOSE } from '@plenary/shared/protocol'
import { describe, expect, test } from 'vitest'

import { LEDGER_SIZE } from '../limit/limits.ts'
import { Gate } from '../testing/gate.ts'
import { House, RECORD } from '../testing/house.ts'
import { ANN, BOB, CEM, CHECK_IN, come, comeBack, keptIn, types } from '../testing/ledger-guests.ts'
import { Person } from '../testing/person.ts'
import { beginning, chained } from './chain.ts'

describe('the commands of people', () => {
  test('[LD4] a command is carried out once, also over another connection, of a later server, by whomever it is used again', async () => {
    const house = await House.open()
    const ann = await come(house, ANN)
    ann.ask('1', { do: 'raise-hand', kind: 'reply' })
    ann.pair.flush()
    ann.pair.cut()
    await house.settle()
    await house.restart()
    const bob = await come(house, BOB)
    bob.ask('1', { do: 'raise-hand', kind: 'new-topic' })
    await house.settle()
    await house.connect(ann, ANN)
    for (let turn = 0; turn < 3; turn++) ann.ask('1', { do: 'raise-hand', kind: 'reply' })
    await house.settle()
    expect(ann.answerTo('1')).toEqual({ id: '1', ok: true, sequence: 1 })
    expect(bob.answerTo('1')).toEqual({ id: '1', ok: true, sequence: 2 })
    expect(bob.entries.map(({ actor, command }) => [actor.name, command])).toEqual([
      ['Ann', '1'],
      ['Bob', '1'],
    ])
  })

  test('[LD4] so is one that leaves no entry, because nobody may know of it yet', async () => {
    const house = await House.open()
    const [cem, ann] = [await come(house, CEM), await come(house, ANN)]
    const terms = { block: null, question: 'Adopt?', options: ['For', 'Against'], shows: 'live', guests: true } as const
    cem.ask('poll', { do: 'open-poll', terms: { ...terms, secret: true } })
    await house.settle()
    const poll = pollIn(cem.entries)
    ann.ask('vote', { do: 'vote', poll, choice: 1 })
    ann.ask('reason', { do: 'give-reason', poll, text: 'Too soon.' })
    await house.settle()
    await house.restart()
    for (const [person, who] of [
      [ann, ANN],
      [cem, CEM],
    ] as const)
      await comeBack(house, person, who)
    ann.ask('reason', { do: 'give-reason', poll, text: 'Too soon.' })
    await house.settle()
    expect(ann.answerTo('reason')).toEqual({ id: 'reason', ok: true, sequence: 2 })
    expect(await house.store.ledger(RECORD.id)).toMatchObject({ kept: { length: 2 }, reasons: { length: 1 } })
    cem.ask('close', { do: 'close-poll', poll, outcome: { kind: 'consensus', sentence: '' } })
    await house.settle()
    expect(types((await keptIn(house)).map(({ entry }) => entry)).slice(2)).toEqual([
      'reason-given',
      'voting-ended',
      'poll-closed',
    ])
    // Whose it was is forgotten by then.
    expect(JSON.stringify((await keptIn(house))[2])).not.toMatch(/Ann|annx|"reason"/)
    expect((await house.store.ledger(RECORD.id))?.reasons).toEqual([])
    // So an answer that was lost comes also after the close.
    ann.ask('reason', { do: 'give-reason', poll, text: 'Too soon.' })
    await house.settle()
    expect(ann.answerTo('reason')).toEqual({ id: 'reason', ok: true, sequence: 5 })
  })

  test('[LD21] what somebody asks is decided by what they are when its turn has come', async () => {
    const house = await House.open()
    const [cem, bob] = [new Person(), await come(house, BOB)]
    house.people.push(cem)
    const session = cem.connect(CEM)
    await house.rooms.admit(RECORD.id, session)
    const disk = new Gate()
    house.store.beforeEnter = disk.pass
    bob.ask('1', CHECK_IN)
    bob.pair.flush()
    await disk.reached
    // While the disk is busy, what is asked waits; meanwhile a grant goes.
    cem.ask('2', { do: 'set-level', level: 'group' })
    cem.pair.flush()
    session.become({ ...CEM.member, granted: null })
    disk.open()
    await house.settle()
    expect(cem.answerTo('2')).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })

  test('[LD7] while the disk refuses, a command changes nothing and says so, and the next one is taken', async () => {
    const house = await House.open()
    const ann = await come(house, ANN)
    house.store.fail(1)
    ann.ask('1', CHECK_IN)
    await house.settle()
    expect(ann.answerTo('1')).toMatchObject({ ok: false, error: { code: 'storage-unavailable' } })
    expect(ann.entries).toEqual([])
    ann.ask('1', CHECK_IN)
    await house.settle()
    expect(ann.answerTo('1')).toEqual({ id: '1', ok: true, sequence: 1 })
    expect(house.problems).toEqual(['meeting: the ledger cannot be written'])
  })

  test('[LD22] of a record that is nearly full, the rest is for those who can end the meeting', async () => {
    const house = await House.open()
    const hand = { type: 'hand-raised', turn: 't', person: 'p', name: 'P', kind: 'reply' } as const
    const actor = { id: 'p', kind: 'guest', name: 'P' } as const
    const event = { ...hand, topic: 'x'.repeat(LEDGER_SIZE * 0.91) }
    const entry = { sequence: 1, time: '2026-01-01T00:00:00.000Z', actor, command: 'c', event }
    await house.store.enter(RECORD.id, [{ entry: chained(entry, beginning(RECORD.id)) }])
    const [ann, cem] = [house.enter(ANN), house.enter(CEM)]
    await house.settle()
    ann.ask('1', { do: 'lower-hand', turn: 't' })
    cem.ask('2', { do: 'end-meeting', notReached: [] })
    await house.settle()
    expect(ann.answerTo('1')).toMatchObject({ ok: false, error: { message: expect.stringContaining('full') } })
    expect(cem.answerTo('2')).toMatchObject({ ok: true })
  })

  test('[LD12] who asks for far more than people do is sent away, and a name that no page gives a command is malformed', async () => {
    const house = await House.open()
    const [ann, bob] = [await come(house, ANN), await come(house, BOB)]
    for (let turn = 0; turn < 110; turn++) ann.ask(`${turn}`, CHECK_IN)
    bob.ask('../1', CHECK_IN)
    await house.settle()
    expect(ann.pair.code).toBe(CLOSE['too-fast'])
    expect(bob.pair.code).toBe(CLOSE.malformed)
  })
})

function pollIn(entries: readonly Entry[]): string {
  const event = entries.map((entry) => entry.event).find((each) => each.type === 'poll-opened')
  if (event === undefined) throw new Error('no poll was opened')
  return event.poll
}
