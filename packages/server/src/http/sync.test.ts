import { once } from 'node:events'

import { contentOf, SCHEMA_VERSION } from '@plenary/shared/document'
import { CLOSE, decode, encode } from '@plenary/shared/protocol'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'

import { Room } from '../room/room.ts'
import { MemoryStore } from '../store/memory.ts'
import { paragraphUpdate } from '../testing/edit.ts'
import { eventually } from '../testing/eventually.ts'
import { listen, newMeeting, testServer } from '../testing/server.ts'
import { join, writeParagraph } from '../testing/stock-client.ts'
import { textOf } from '../testing/text.ts'

describe('the websocket', () => {
  test('[WS1] stock y-websocket clients see what the others write', async () => {
    const { app } = await testServer()
    const id = await newMeeting(app, { title: 'Weekly' })
    const url = await listen(app)
    const [ann, bob] = [join(url, id), join(url, id)]
    await Promise.all([ann, bob].map(({ provider }) => synced(provider)))
    write(ann.doc, 'from Ann')
    write(bob.doc, 'from Bob')
    await eventually(() => textOf(ann.doc) === textOf(bob.doc) && textOf(ann.doc).includes('from Bob'))
    expect(textOf(bob.doc)).toContain('from Ann')
    expect(textOf(bob.doc)).toContain('Weekly')
    const exported = await app.inject(`/api/meetings/${id}/minutes.md`)
    expect(exported.body).toContain('from Ann')
    expect(exported.body).toContain('from Bob')
  })

  test('[WS1] they see each other come, and go', async () => {
    const { app } = await testServer()
    const id = await newMeeting(app)
    const url = await listen(app)
    const [ann, bob] = [join(url, id), join(url, id)]
    ann.provider.awareness.setLocalStateField('user', { name: 'Ann' })
    await eventually(() => bob.provider.awareness.getStates().has(ann.doc.clientID))
    expect(bob.provider.awareness.getStates().get(ann.doc.clientID)).toEqual({ user: { name: 'Ann' } })
    ann.provider.ws?.close()
    ann.provider.destroy()
    await eventually(() => !bob.provider.awareness.getStates().has(ann.doc.clientID))
  })

  test('[WS2] a client that says nothing hears something, again and again', async () => {
    const { app } = await testServer({ heartbeat: 20 })
    const id = await newMeeting(app)
    const socket = await opened(`${await listen(app)}/sync/${id}`)
    let frames = 0
    socket.on('message', () => frames++)
    await eventually(() => frames >= 6)
    expect(socket.readyState).toBe(WebSocket.OPEN)
  })

  test('[WS2] it hears something every three seconds, where a stock client waits for thirty', async () => {
    const { url, connection, beat } = await beating()
    const socket = await opened(url)
    const heartbeats = heartbeatsOf(socket)
    // At the first beat it has just been greeted.
    for (let turn = 0; turn < 21; turn++) {
      const answered = once(connection(), 'pong')
      beat()
      await answered
    }
    await eventually(() => heartbeats() === 20)
    expect(socket.readyState).toBe(WebSocket.OPEN)
  })

  test('[WS2] who has been sent something else hears nothing empty, and is asked for a sign of life all the same', async () => {
    const { url, connection, beat } = await beating()
    const socket = await opened(url)
    const heartbeats = heartbeatsOf(socket)
    for (let turn = 0; turn < 3; turn++) {
      const told = once(socket, 'message')
      socket.send(encode({ kind: 'sync-step-1', stateVector: new Uint8Array([0]) }))
      await told
      const answered = once(connection(), 'pong')
      beat()
      await answered
    }
    expect(heartbeats()).toBe(0)
    beat()
    await eventually(() => heartbeats() === 1)
  })

  test('[WS3] a connection that answers nothing is ended at the third beat, within ten seconds', async () => {
    const { url, connection, beat } = await beating()
    const dead = await opened(url, { autoPong: false })
    const closed = once(dead, 'close')
    beat()
    beat()
    expect(connection().readyState).toBe(WebSocket.OPEN)
    beat()
    expect(((await closed) as [number])[0]).toBe(1006)
  })

  test('[WS3] any frame is a sign of life', async () => {
    const { url, connection, beat } = await beating()
    const busy = await opened(url, { autoPong: false })
    for (let turn = 0; turn < 6; turn++) {
      const heard = once(connection(), 'message')
      busy.send(encode({ kind: 'query-awareness' }))
      await heard
      beat()
    }
    expect(connection().readyState).toBe(WebSocket.OPEN)
  })

  test('[WS3] whoever has been sent much gets time to read it before they must answer', async () => {
    const { url, connection, beat } = await beating()
    const slow = await opened(`${url}?protocol=1`, { autoPong: false })
    const has = async (holds: (frame: Buffer) => boolean): Promise<void> => {
      for (let frame; frame === undefined || !holds(frame);) [frame] = (await once(slow, 'message')) as [Buffer]
    }
    slow.send(encode({ kind: 'update', update: paragraphUpdate('x'.repeat(400_000)) }))
    await has((frame) => frame.equals(encode({ kind: 'saved', frames: 1 })))
    slow.send(encode({ kind: 'sync-step-1', stateVector: new Uint8Array([0]) }))
    await has(({ length }) => length > 400_000)
    // 400 kB are four beats' worth of reading, on top of the two that everybody has.
    for (let turn = 0; turn < 6; turn++) beat()
    expect(connection().readyState).toBe(WebSocket.OPEN)
    const closed = once(slow, 'close')
    beat()
    expect(((await closed) as [number])[0]).toBe(1006)
  })

  test('[WS4] an unknown meeting is refused before the upgrade', async () => {
    const { app } = await testServer()
    const url = await listen(app)
    for (const id of ['a2345678901234567890123456', 'x', '..%2f..', '__proto__']) {
      expect(await refusal(`${url}/sync/${id}`)).toBe(404)
    }
  })

  test('[WS4] an address that is a websocket says so to a browser', async () => {
    const { app } = await testServer()
    const answer = await app.inject(`/sync/${await newMeeting(app)}`)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ error: { code: 'bad-request' } })
  })

  test('[WS5] a page of another site gets no connection, our own and scripts do', async () => {
    const { app } = await testServer()
    const id = await newMeeting(app)
    const url = await listen(app)
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', 'file://']) {
      expect(await refusal(`${url}/sync/${id}`, { origin })).toBe(403)
    }
    await opened(`${url}/sync/${id}`, { origin: url.replace(/^ws/, 'http') })
    await opened(`${url}/sync/${id}`)
  })

  test('[WS5] a page of ours at another address is told so, and nothing of the meeting, nor whether there is one', async () => {
    const { app } = await testServer({ auth: { url: 'https://notes.example' } })
    const url = await listen(app)
    for (const id of [await newMeeting(app), 'a2345678901234567890123456']) {
      const socket = new WebSocket(`${url}/sync/${id}?protocol=1`, { origin: 'http://10.0.0.5:3000' })
      const frames: unknown[] = []
      socket.on('message', (frame: Buffer) => frames.push(decode(frame)))
      expect((await once(socket, 'close'))[0]).toBe(CLOSE.elsewhere)
      const message = 'This page was opened at another address than that of its server, which is https://notes.example.'
      expect(frames).toEqual([{ kind: 'notice', notice: { code: 'elsewhere', message } }])
    }
  })

  test('[WS6] a page whose schema is too old is told before it hears anything', async () => {
    const { app } = await testServer()
    const id = await newMeeting(app)
    const url = await listen(app)
    for (const old of [0, SCHEMA_VERSION - 1]) {
      expect(await closing(`${url}/sync/${id}?protocol=1&schema=${old}`)).toEqual({ code: CLOSE.outdated, frames: 0 })
    }
    await opened(`${url}/sync/${id}?protocol=1&schema=${SCHEMA_VERSION}`)
    expect(await refusal(`${url}/sync/${id}?protocol=1&schema=x`)).toBe(400)
  })

  test('[WS6] a page with a copy of another epoch is told before it hears anything', async () => {
    const { app } = await testServer()
    const id = await newMeeting(app)
    const url = await listen(app)
    const { epoch } = (await app.inject(`/api/meetings/${id}`)).json<{ epoch: string }>()
    expect(await closing(`${url}/sync/${id}?epoch=before`)).toEqual({ code: CLOSE['other-epoch'], frames: 0 })
    await opened(`${url}/sync/${id}?epoch=${epoch}`)
  })

  test('[WS7] a frame of more than 4 MiB ends its connection only', async () => {
    const { app } = await testServer()
    const id = await newMeeting(app)
    const url = await listen(app)
    const other = await opened(`${url}/sync/${id}`)
    const socket = await opened(`${url}/sync/${id}`)
    socket.on('error', () => {})
    socket.send(new Uint8Array(4 * 1024 * 1024 + 1))
    await once(socket, 'close')
    expect(other.readyState).toBe(WebSocket.OPEN)
    expect((await app.inject('/healthz')).statusCode).toBe(200)
  })

  test('[WS10] a mistake of the server that one connection meets ends that connection only', async () => {
    const { app } = await testServer()
    const id = await newMeeting(app)
    const url = await listen(app)
    const [one, other] = [await opened(`${url}/sync/${id}`), await opened(`${url}/sync/${id}`)]
    const mistake = vi.spyOn(Room.prototype, 'answer').mockImplementationOnce(() => {
      throw new Error('a bug')
    })
    onTestFinished(() => mistake.mockRestore())
    const closed = once(one, 'close')
    one.send(encode({ kind: 'sync-step-1', stateVector: new Uint8Array([0]) }))
    expect((await closed)[0]).toBe(1011)
    const answered = once(other, 'message')
    other.send(encode({ kind: 'sync-step-1', stateVector: new Uint8Array([0]) }))
    await answered
    expect(other.readyState).toBe(WebSocket.OPEN)
  })

  test('[WS10] a disk that cannot be read when somebody comes refuses that connection, and lets in the next', async () => {
    const store = new MemoryStore()
    const { app } = await testServer({ store })
    const id = await newMeeting(app)
    const url = await listen(app)
    const read = vi.spyOn(store, 'meeting').mockRejectedValue(new Error('not open'))
    const [refused] = (await once(new WebSocket(`${url}/sync/${id}?protocol=1`), 'error')) as [Error]
    expect(refused.message).toContain('500')
    read.mockRestore()
    expect((await opened(`${url}/sync/${id}`)).readyState).toBe(WebSocket.OPEN)
  })

  test('[WS8] stock clients come back by themselves after a restart, with what they wrote meanwhile', async () => {
    const store = new MemoryStore()
    const first = await testServer({ store })
    const id = await newMeeting(first.app, { title: 'Weekly' })
    const url = await listen(first.app)
    const [ann, bob] = [join(url, id), join(url, id)]
    await Promise.all([ann, bob].map(({ provider }) => synced(provider)))
    await first.app.close()
    write(ann.doc, 'while it was away')
    const second = await testServer({ store })
    await second.app.listen({ host: '127.0.0.1', port: Number(new URL(url).port) })
    await eventually(() => textOf(bob.doc).includes('while it was away'))
    expect(textOf(bob.doc)).toBe(textOf(ann.doc))
    expect(textOf(bob.doc).split('while it was away')).toHaveLength(2)
  })

  test('[WS9] while the server stops it says so, and takes nobody new', async () => {
    const { app } = await testServer()
    const id = await newMeeting(app)
    const url = await listen(app)
    const socket = await opened(`${url}/sync/${id}`)
    const closed = once(socket, 'close') as Promise<[number]>
    const stopped = app.close()
    expect((await closed)[0]).toBe(CLOSE.restart)
    await stopped
  })
})

/** How many frames have come that say nothing. */
function heartbeatsOf(socket: WebSocket): () => number {
  let heartbeats = 0
  socket.on('message', (data: Buffer) => (heartbeats += data.equals(new Uint8Array([1, 1, 0])) ? 1 : 0))
  return () => heartbeats
}

/** A meeting on a server whose heart beats when it is told to. */
async function beating(): Promise<{ url: string; connection: () => WebSocket; beat: () => void }> {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { app } = await testServer()
  const id = await newMeeting(app)
  const url = `${await listen(app)}/sync/${id}`
  const connection = (): WebSocket => {
    const [first] = app.websocketServer.clients
    if (first === undefined) throw new Error('the server has a connection')
    return first
  }
  return { url, connection, beat: () => void vi.advanceTimersByTime(3_000) }
}

async function synced(provider: WebsocketProvider): Promise<void> {
  await eventually(() => provider.synced)
}

function write(doc: Y.Doc, text: string): void {
  writeParagraph(doc, contentOf(doc).length, text)
}

async function opened(url: string, options: object = {}): Promise<WebSocket> {
  const socket = new WebSocket(url, options)
  onTestFinished(() => socket.terminate())
  await once(socket, 'open')
  return socket
}

/** The status with which an upgrade was refused. */
async function refusal(url: string, options: object = {}): Promise<number | undefined> {
  const socket = new WebSocket(url, options)
  socket.on('error', () => {})
  const [, answer] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode?: number }]
  socket.terminate()
  return answer.statusCode
}

/** How a connection was closed, and how many frames came before. */
async function closing(url: string): Promise<{ code: number; frames: number }> {
  const socket = new WebSocket(url)
  let frames = 0
  socket.on('message', () => frames++)
  const [code] = (await once(socket, 'close')) as [number]
  return { code, frames }
}
