import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { RecordDouble } from '../testing/record.ts'
import { openSession } from './open-session.ts'
import type { Session } from './session.ts'
import { MEETING, ServerDouble, until } from './testing.ts'

let server: ServerDouble
let record: RecordDouble
const sessions: Session[] = []

beforeEach(() => {
  server = new ServerDouble()
  record = new RecordDouble()
  server.record = record
})

afterEach(() => {
  for (const session of sessions.splice(0)) session.close()
  vi.useRealTimers()
})

async function openAs(name: string): Promise<Session> {
  record.visitor = record.somebody(name)
  const session = openSession(MEETING, { connect: server.connect })
  sessions.push(session)
  await until(session.ledger.you, (you) => you !== null)
  return session
}

const here = ({ ledger }: Session) => ledger.state.get().attendance.map(({ attendee }) => attendee.name)
const commands = () => server.last.heard.filter(({ kind }) => kind === 'command')

describe('the record of a meeting', () => {
  test('is caught up with on coming, and followed', async () => {
    const bob = record.somebody('Bob')
    record.act(bob, { do: 'check-in', as: 'present' })
    const session = await openAs('Ann')
    expect(here(session)).toEqual(['Bob'])
    record.act(record.somebody('Cem'), { do: 'check-in', as: 'present' })
    expect(here(session)).toEqual(['Bob', 'Cem'])
  })

  test('says who one is, and tells the time of the server', async () => {
    const session = await openAs('Ann')
    expect(session.ledger.you.get()).toMatchObject({ person: { name: 'Ann' }, role: 'participant' })
    expect(Math.abs(session.ledger.now() - record.ledger.now)).toBeLessThan(1_000)
  })

  test('is not there where the server keeps none', async () => {
    server.record = null
    const session = openSession(MEETING, { connect: server.connect })
    sessions.push(session)
    await until(session.saving, ({ state }) => state === 'saved')
    expect(session.ledger.you.get()).toBeNull()
  })

  test('takes entries that come twice once, and asks again where some are missing', async () => {
    const session = await openAs('Ann')
    record.act(record.somebody('Bob'), { do: 'check-in', as: 'present' })
    server.last.say({ kind: 'entries', entries: record.ledger.entries })
    expect(here(session)).toEqual(['Bob'])
    const [first] = record.ledger.entries
    if (first === undefined) throw new Error('somebody has checked in')
    server.last.heard.length = 0
    server.last.say({ kind: 'entries', entries: [{ ...first, sequence: 9 }] })
    expect(here(session)).toEqual(['Bob'])
    expect(server.last.heard).toEqual([{ kind: 'catch-up', after: 1 }])
  })
})

describe('a command', () => {
  test('is answered when it is done', async () => {
    const session = await openAs('Ann')
    expect(await session.ledger.command({ do: 'check-in', as: 'present' })).toEqual({ ok: true, sequence: 1 })
    expect(here(session)).toEqual(['Ann'])
  })

  test('that is refused says why', async () => {
    const session = await openAs('Ann')
    const done = await session.ledger.command({ do: 'set-level', level: 'frozen' })
    expect(done).toMatchObject({ ok: false, code: 'forbidden' })
  })

  test('whose answer was lost is repeated with the same id after reconnecting, and done once', async () => {
    const session = await openAs('Ann')
    record.answers = false
    const done = session.ledger.command({ do: 'raise-hand', kind: 'new-topic' })
    const [asked] = commands()
    server.last.hangUp(1006)
    record.answers = true
    window.dispatchEvent(new Event('online'))
    expect(await done).toMatchObject({ ok: true })
    expect(commands()).toEqual([asked])
    expect(session.ledger.state.get().queue.turns.length).toBe(1)
  })

  test('that is asked for twice before there is an answer is asked once, unless there was another in between', async () => {
    const session = await openAs('Ann')
    record.answers = false
    const raise = { do: 'raise-hand', kind: 'point-of-order' } as const
    const twice = [session.ledger.command(raise), session.ledger.command({ ...raise })]
    expect(commands()).toHaveLength(1)
    void session.ledger.command({ do: 'check-in', as: 'late' })
    void session.ledger.command(raise)
    expect(commands()).toHaveLength(3)
    record.answers = true
    server.last.hangUp(1006)
    window.dispatchEvent(new Event('online'))
    const [one, other] = await Promise.all(twice)
    expect(one).toMatchObject({ ok: true })
    expect(other).toEqual(one)
  })

  test('that is asked for while offline is sent when the connection is back', async () => {
    const session = await openAs('Ann')
    server.last.hangUp(1006)
    const done = session.ledger.command({ do: 'check-in', as: 'present' })
    window.dispatchEvent(new Event('online'))
    expect(await done).toMatchObject({ ok: true })
  })

  test('is given up with a sentence when the person leaves, or the connection stays away', async () => {
    const session = await openAs('Ann')
    vi.useFakeTimers()
    server.last.hangUp(1006)
    server.reachable = false
    const away = session.ledger.command({ do: 'check-in', as: 'present' })
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await away).toMatchObject({ ok: false, code: 'unanswered', message: expect.stringContaining('not done') })
    const left = session.ledger.command({ do: 'leave' })
    session.close()
    expect(await left).toMatchObject({ ok: false, code: 'unanswered' })
  })

  test('that the server may have heard is not said to be undone', async () => {
    const session = await openAs('Ann')
    record.answers = false
    const done = session.ledger.command({ do: 'check-in', as: 'present' })
    session.close()
    expect(await done).toMatchObject({ ok: false, message: expect.stringContaining('Look whether it was done') })
  })
})

test('a whisper is kept until it is put away, the same one once', async () => {
  const { ledger } = await openAs('Ann')
  record.whisper({ whisper: 'not-checked-in', name: 'Bob', person: null })
  record.whisper({ whisper: 'not-checked-in', name: 'Bob', person: null })
  expect(ledger.whispers.get()).toMatchObject([{ name: 'Bob' }])
  for (const whisper of ledger.whispers.get()) ledger.dismiss(whisper)
  expect(ledger.whispers.get()).toEqual([])
})

test('reconnecting tells the server anew who asks, and loses nothing', async () => {
  const session = await openAs('Ann')
  record.visitor = record.somebody('Anna')
  const before = session.ledger.you.get()
  session.reconnect()
  const now = await until(session.ledger.you, (you) => you !== before)
  expect(now?.person?.name).toBe('Anna')
  await until(session.saving, ({ state }) => state === 'saved')
})
