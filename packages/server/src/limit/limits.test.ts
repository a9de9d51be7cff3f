import { once } from 'node:events'
import { Socket } from 'node:net'

import { CLOSE, decode, encode } from '@plenary/shared/protocol'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'

import { SILENCE } from '../room/presence.ts'
import { paragraphUpdate } from '../testing/edit.ts'
import { eventually } from '../testing/eventually.ts'
import { Gate } from '../testing/gate.ts'
import { House } from '../testing/house.ts'
import { member } from '../testing/people.ts'
import { rawConnection, UPGRADE } from '../testing/raw-connection.ts'
import { listen, newMeeting, testServer } from '../testing/server.ts'
import { MEETING_BYTES, MEETING_SIZE, SENTENCES } from './limits.ts'

describe('one connection', () => {
  test('[LI1] may paste 150 kB, hold a key down and move its caret for an hour', async () => {
    let now = 0
    const house = await House.open()
    const ann = house.enter({ now: () => now })
    await house.settle()
    ann.type('x'.repeat(150_000))
    for (let second = 0; second < 3_600; second += 10) {
      for (let frame = 0; frame < 400; frame++) ann.wave({ cursor: frame }, { clock: second * 40 + frame + 2 })
      ann.type('y')
      now += 10_000
      await house.settle()
    }
    expect(ann.pair.code).toBeUndefined()
    expect(ann.saved).toBe(ann.sent)
  })

  test.each([
    ['frames', () => encode({ kind: 'awareness', update: SILENCE }), 5_100],
    ['bytes', () => new Uint8Array([77, ...new Uint8Array(2_000_000)]), 9],
    ['questions', () => encode({ kind: 'sync-step-1', stateVector: new Uint8Array([0]) }), 510],
    ['questions who is here', () => encode({ kind: 'query-awareness' }), 510],
  ])('[LI1] that sends too many %s is told in a sentence to come back later', async (_what, frame, times) => {
    const house = await House.open()
    const [ann, bob] = [house.enter(), house.enter()]
    await house.settle()
    for (let turn = 0; turn < times; turn++) ann.pair.say(frame())
    await house.settle()
    expect(ann.pair.code).toBe(CLOSE['too-fast'])
    expect(ann.heard.at(-1)).toEqual({ kind: 'notice', notice: { code: 'too-fast', message: SENTENCES.tooFast } })
    bob.type('still here')
    await house.settle()
    expect(bob.saved).toBe(bob.sent)
  })

  test('[LI1] that sends much while the minutes are read from disk has sent it once', async () => {
    const house = await House.open()
    const disk = new Gate()
    house.store.beforeLoad = disk.pass
    const ann = house.enter()
    for (let turn = 0; turn < 3_000; turn++) ann.type('z')
    ann.pair.flush()
    disk.open()
    await house.settle()
    expect(ann.pair.code).toBeUndefined()
    expect(ann.saved).toBe(ann.sent)
  })

  test('[LI1] that was sent away for its rate brings all it has when it is back', async () => {
    const house = await House.open()
    const ann = house.enter()
    await house.settle()
    for (let turn = 0; turn < 5_100; turn++) ann.type('z')
    await house.settle()
    expect(ann.pair.code).toBe(CLOSE['too-fast'])
    await house.connect(ann)
    const bob = house.enter()
    await house.settle()
    expect(ann.saved).toBe(ann.sent)
    expect(bob.text).toBe(ann.text)
    expect(bob.text).toContain('z'.repeat(5_100))
  })
})

describe('one meeting', () => {
  test('[LI2] lets in so many people, and the next as soon as one has left', async () => {
    const house = await House.open({ people: 2 })
    const [ann] = [house.enter(), house.enter()]
    await house.settle()
    const cem = house.enter()
    await house.settle()
    expect(cem.pair.code).toBe(CLOSE['try-later'])
    expect(cem.heard.at(-1)).toMatchObject({ notice: { message: SENTENCES.meetingFull } })
    ann.pair.cut()
    await house.connect(cem)
    await house.settle()
    expect(cem.saved).toBe(cem.sent)
  })

  test('[LI2] takes no more than minutes can be, but still lets people delete', async () => {
    const house = await House.open()
    const ann = house.enter()
    await house.settle()
    let now = 0
    const piece = 1_900_000
    for (let size = 0; size < MEETING_SIZE - 2 * piece; size += piece) {
      const carrier = house.enter({ now: () => (now += 10_000) })
      carrier.say({ kind: 'update', update: paragraphUpdate('x'.repeat(piece)) })
      await house.settle()
      carrier.pair.cut()
    }
    const last = house.enter()
    for (let turn = 0; turn < 3; turn++) last.say({ kind: 'update', update: paragraphUpdate('x'.repeat(piece)) })
    await house.settle()
    expect(last.pair.code).toBe(CLOSE.refused)
    expect(last.heard.at(-1)).toMatchObject({ notice: { message: SENTENCES.tooLarge } })
    ann.pair.cut()
    await house.connect(ann)
    await house.settle()
    ann.erase()
    await house.settle()
    expect(ann.pair.code).toBeUndefined()
    expect(ann.saved).toBe(ann.sent)
  })
})

describe('readers of a meeting', () => {
  test('[RL12] keep nobody from writing, however much they send', async () => {
    const house = await House.open({ ledgers: { isOpen: false } })
    const ann = house.enter({ member: member('Ann', 'participant') })
    let now = 0
    const rea = house.enter({ member: member('Rea', 'reader'), plenary: false, now: () => (now += 10_000) })
    await house.settle()
    for (let sent = 0; sent < MEETING_BYTES.burst * 1.2; sent += 1_900_000) {
      rea.say({ kind: 'update', update: paragraphUpdate('x'.repeat(1_900_000)) })
    }
    await house.settle()
    ann.type('y'.repeat(1_900_000))
    await house.settle()
    expect(ann.pair.code).toBeUndefined()
    expect(ann.saved).toBe(ann.sent)
  })
})

describe('pings', () => {
  test('[LI1] are answered, and count as frames', async () => {
    const { app } = await testServer()
    const { socket } = await open(`${await listen(app)}/sync/${await newMeeting(app)}`, '203.0.113.7')
    const answered = once(socket, 'pong')
    socket.ping('there?')
    expect(String((await answered)[0])).toBe('there?')
    const closed = once(socket, 'close')
    for (let turn = 0; turn < 6_000; turn++) socket.ping()
    expect(((await closed) as [number])[0]).toBe(CLOSE['too-fast'])
  })

  test('[LI1] of somebody who reads nothing are not answered without end', async () => {
    const { app } = await testServer()
    const { socket } = await open(`${await listen(app)}/sync/${await newMeeting(app)}`, '203.0.113.7')
    const [serverSide] = app.websocketServer.clients
    const pong = vi.spyOn(serverSide ?? socket, 'pong')
    const pinged = new Promise<void>((resolve) => {
      let pings = 0
      serverSide?.on('ping', () => void (++pings === 100 && resolve()))
    })
    const busy = vi.spyOn(Socket.prototype, 'writableLength', 'get').mockReturnValue(1_000_000)
    for (let turn = 0; turn < 100; turn++) socket.ping()
    await pinged
    busy.mockRestore()
    expect(pong).not.toHaveBeenCalled()
  })
})

describe('one address', () => {
  const behindProxy = { proxies: ['loopback'], limits: { connectionsPerAddress: 2, meetingsPerHour: 3 } }

  test('[LI3] that holds too many connections is told in a sentence, and others are not', async () => {
    const { app } = await testServer(behindProxy)
    const id = await newMeeting(app)
    const url = `${await listen(app)}/sync/${id}?protocol=1`
    await Promise.all([open(url, '203.0.113.7'), open(url, '203.0.113.7')])
    const { socket, frames } = await open(url, '203.0.113.7')
    const [code] = (await once(socket, 'close')) as [number]
    expect(code).toBe(CLOSE['try-later'])
    expect(frames.map(decode)).toEqual([
      { kind: 'notice', notice: { code: 'try-later', message: SENTENCES.addressFull } },
    ])
    const other = await open(url, '203.0.113.8')
    expect(other.socket.readyState).toBe(WebSocket.OPEN)
  })

  test('[LI3] that holds too many is not waited for until it goes by itself', async () => {
    const { app } = await testServer({ ...behindProxy, limits: { connectionsPerAddress: 1 } })
    const id = await newMeeting(app)
    const url = await listen(app)
    await open(`${url}/sync/${id}`, '203.0.113.7')
    const connection = await rawConnection(url)
    const lines = [`GET /sync/${id} HTTP/1.1`, ...UPGRADE, 'X-Forwarded-For: 203.0.113.7', '', '']
    connection.say(lines.join('\r\n'))
    expect(await connection.ended).toMatch(/^HTTP\/1.1 101 /)
    await eventually(() => app.websocketServer.clients.size === 1)
  })

  test('[LI3] is what a trusted proxy says; nobody else is believed', async () => {
    const { app } = await testServer({ limits: { connectionsPerAddress: 1, meetingsPerHour: 1 } })
    const create = (from: string) =>
      app.inject({
        method: 'POST',
        url: '/api/meetings',
        body: {},
        remoteAddress: '198.51.100.1',
        headers: { 'x-forwarded-for': from },
      })
    expect((await create('203.0.113.1')).statusCode).toBe(201)
    expect((await create('203.0.113.2')).statusCode).toBe(429)
  })

  test('[LI4] that creates too many meetings gets a sentence, and nothing is created', async () => {
    const { app, store } = await testServer(behindProxy)
    const create = (from: string) =>
      app.inject({ method: 'POST', url: '/api/meetings', body: {}, headers: { 'x-forwarded-for': from } })
    for (let turn = 0; turn < 3; turn++) expect((await create('203.0.113.7')).statusCode).toBe(201)
    const refused = await create('203.0.113.7')
    expect(refused.statusCode).toBe(429)
    expect(refused.json()).toEqual({ error: { code: 'too-many', message: SENTENCES.tooManyMeetings } })
    expect(await store.meetings()).toHaveLength(3)
    expect((await create('203.0.113.8')).statusCode).toBe(201)
  })

  test('[LI4] that creates too many meetings gets it before its text is looked at', async () => {
    const { app } = await testServer({ ...behindProxy, limits: { meetingsPerHour: 1 } })
    const headers = { 'x-forwarded-for': '203.0.113.7', 'content-type': 'application/json' }
    const create = (payload: string) => app.inject({ method: 'POST', url: '/api/meetings', payload, headers })
    expect((await create('{}')).statusCode).toBe(201)
    expect((await create('no JSON')).statusCode).toBe(429)
  })
})

describe('a request', () => {
  const BEGINNING = 'POST /api/me HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'

  test.each([
    ['in what comes first', BEGINNING],
    ['in what it brings', `${BEGINNING}Content-Length: 20\r\n\r\n{"name"`],
  ])('[LI5] that does not go on %s is given up', async (_where, text) => {
    const { app } = await testServer({ patience: 100 })
    const connection = await rawConnection(await listen(app))
    connection.say(text)
    expect(await connection.ended).toMatch(/^HTTP\/1.1 408 /)
  })
})

async function open(url: string, from: string): Promise<{ socket: WebSocket; frames: Buffer[] }> {
  const socket = new WebSocket(url, { headers: { 'x-forwarded-for': from } })
  onTestFinished(() => socket.terminate())
  const frames: Buffer[] = []
  socket.on('message', (frame: Buffer) => frames.push(frame))
  await once(socket, 'open')
  return { socket, frames }
}
