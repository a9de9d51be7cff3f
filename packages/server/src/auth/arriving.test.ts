import { CLOSE, decode, encode, type Message } from '@plenary/shared/protocol'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'

import { eventually } from '../testing/eventually.ts'
import { Gate } from '../testing/gate.ts'
import { type InvitedMeeting, invitedMeeting } from '../testing/invited-meeting.ts'
import { Mallory } from '../testing/mallory.ts'
import type { CameIn } from '../testing/visitor.ts'

/** A raw connection, as a page makes it, which asks for the minutes as soon as it can and remembers all that it is sent. */
class Listener {
  readonly kinds: string[] = []
  /** Of the close; undefined while it is open. */
  code: number | undefined
  #bytes = ''

  constructor({ url }: InvitedMeeting, { headers }: CameIn) {
    const socket = new WebSocket(`${url}?protocol=1`, { headers })
    socket.on('open', () => socket.send(encode({ kind: 'sync-step-1', stateVector: new Uint8Array([0]) })))
    socket.on('message', (data: Buffer) => this.#hear(decode(new Uint8Array(data)), data))
    socket.on('close', (code) => (this.code = code))
    onTestFinished(() => socket.terminate())
  }

  hasHeard(text: string): boolean {
    return this.#bytes.includes(text)
  }

  #hear(message: Message | undefined | 'malformed', data: Buffer): void {
    if (message === undefined || message === 'malformed') throw new Error('the server sent what is no frame')
    // A sign of life, which speaks of nobody.
    if (message.kind === 'awareness' && message.update.length === 1) return
    this.kinds.push(message.kind)
    this.#bytes += data.toString('latin1')
  }
}

describe('nothing of a meeting is sent to a connection', () => {
  test('[RL15] whose person loses their role while the minutes are read from disk', async () => {
    const here = await invitedMeeting()
    const bob = await here.come('Bob', 'participant')
    const disk = new Gate()
    here.store.beforeLoad = disk.pass
    const lost = new Listener(here, bob)
    await disk.reached
    await here.revoke(bob)
    disk.open()
    await eventually(() => lost.code !== undefined)
    expect(lost.kinds).toEqual(['notice'])
    expect(lost.code).toBe(CLOSE['not-allowed'])
  })

  test('[RL15] whose person loses their role while their request is being looked at', async () => {
    const here = await invitedMeeting()
    const [ann, bob] = [await here.come('Ann', 'participant'), await here.come('Bob', 'participant')]
    const seen = await Mallory.join(here.url, { ...ann.headers })
    seen.wave({ user: { name: 'Ann' } })
    await seen.heard()
    const look = new Gate()
    const read = here.store.meeting.bind(here.store)
    vi.spyOn(here.store, 'meeting').mockImplementationOnce(async (id) => {
      await look.pass()
      return read(id)
    })
    const lost = new Listener(here, bob)
    await look.reached
    await here.revoke(bob)
    look.open()
    await eventually(() => lost.code !== undefined)
    expect(lost.kinds).toEqual(['notice'])
    expect(lost.hasHeard('Ann')).toBe(false)
    expect(lost.code).toBe(CLOSE['not-allowed'])
  })

  test('[RL15] before it has been told who it is and what it may', async () => {
    const here = await invitedMeeting()
    const [ann, rea] = [await here.come('Ann', 'participant'), await here.come('Rea', 'reader')]
    const seen = await Mallory.join(here.url, { ...ann.headers })
    seen.wave({ user: { name: 'Ann' } })
    await seen.heard()
    const reading = new Listener(here, rea)
    await eventually(() => reading.kinds.includes('sync-step-2'))
    expect([...new Set(reading.kinds)]).toEqual(['you', 'sync-step-1', 'awareness', 'sync-step-2'])
    expect(reading.hasHeard('Ann')).toBe(true)
  })
})
