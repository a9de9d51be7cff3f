import { once } from 'node:events'

import { CLOSE, decode, encode } from '@plenary/shared/protocol'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'

import { SILENCE } from '../room/presence.ts'
import { House } from '../testing/house.ts'
import { believing, member, saying } from '../testing/people.ts'
import { listen, newMeeting, testServer } from '../testing/server.ts'
import { CONNECTIONS_PER_PERSON, FRAMES, PERSON_FRAMES, SENTENCES } from './limits.ts'
import { Persons } from './persons.ts'

const ANN = member('Ann')

describe('one person', () => {
  test('[LI7] may have so many pages open, from whichever addresses, and is told in a sentence; others are not', async () => {
    const { app } = await testServer({ entrance: believing(), proxies: ['loopback'] })
    const url = `${await listen(app)}/sync/${await newMeeting(app)}?protocol=1`
    const open = async (who: typeof ANN, address: number) => {
      const headers = { ...saying(who), 'x-forwarded-for': `203.0.113.${address}` }
      const socket = new WebSocket(url, { headers })
      onTestFinished(() => socket.terminate())
      const [frame] = (await once(socket, 'message')) as [Buffer]
      return { socket, first: decode(frame) }
    }
    const pages = await Promise.all(Array.from({ length: CONNECTIONS_PER_PERSON }, (_, index) => open(ANN, index)))
    const { socket, first } = await open(ANN, 200)
    expect(first).toEqual({ kind: 'notice', notice: { code: 'try-later', message: SENTENCES.personFull } })
    expect((await once(socket, 'close'))[0]).toBe(CLOSE['try-later'])
    expect((await open(member('Bob'), 200)).first).toMatchObject({ kind: 'you' })
    pages[0]?.socket.terminate()
    await expect.poll(() => app.websocketServer.clients.size).toBe(CONNECTIONS_PER_PERSON)
    expect((await open(ANN, 201)).first).toMatchObject({ kind: 'you' })
  })

  test('[LI7] sends over all pages together no more than a few may, and others send what they like', async () => {
    const persons = new Persons(() => 0)
    const house = await House.open()
    const enter = (who: string) => house.enter({ ...persons.arrive(who), member: member(who) })
    const pages = Array.from({ length: 4 }, () => enter('ann'))
    const bob = enter('bob')
    await house.settle()
    const each = FRAMES.burst - 100
    expect(4 * each).toBeGreaterThan(PERSON_FRAMES.burst)
    const caret = encode({ kind: 'awareness', update: SILENCE })
    for (const page of pages) {
      for (let frame = 0; frame < each; frame++) page.pair.say(caret)
      await house.settle()
    }
    expect(pages.map(({ pair }) => pair.code)).toEqual([undefined, undefined, undefined, CLOSE['too-fast']])
    expect(pages[3]?.heard.at(-1)).toMatchObject({ notice: { message: SENTENCES.tooFast } })
    bob.type('still here')
    await house.settle()
    expect(bob.saved).toBe(bob.sent)
  })

  test('[LI7] is remembered for as long as there is anything to remember', () => {
    let now = 0
    const persons = new Persons(() => now)
    const stays = persons.arrive('ann')
    for (let turn = 0; turn < 20_000; turn++) {
      now += 1_000
      const arrival = persons.arrive(`somebody ${turn}`)
      arrival?.allowance.take(1, 1)
      arrival?.leave()
    }
    expect(persons.size).toBeLessThan(2_100)
    expect(stays?.allowance.take(1, 1)).toBe(true)
    // Whoever goes and comes at once has sent what they sent.
    expect(stays?.allowance.take(PERSON_FRAMES.burst - 1, 0)).toBe(true)
    stays?.leave()
    expect(persons.arrive('ann')?.allowance.take(1, 0)).toBe(false)
  })
})
