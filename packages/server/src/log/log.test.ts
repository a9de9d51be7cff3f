import { once } from 'node:events'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'

import { contentOf } from '@plenary/shared/document'
import { encode, type Message } from '@plenary/shared/protocol'
import { ClassicLevel } from 'classic-level'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

import { LensError } from '../markdown/lens.ts'
import { logKey, meetingKey, snapshotKey } from '../store/keys.ts'
import { MemoryStore } from '../store/memory.ts'
import { unavailable } from '../store/store.ts'
import { paragraphUpdate } from '../testing/edit.ts'
import { eventually } from '../testing/eventually.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { directLens } from '../testing/lens.ts'
import { ServerProcess } from '../testing/process.ts'
import { listen, newMeeting, testServer } from '../testing/server.ts'
import { describeError } from './describe-error.ts'

/** A part of everything that people write, are called and send in these tests, in whichever case. */
const SECRET = 'xyzzy'
const NOWHERE = new RegExp(SECRET, 'i')

describe('the log', () => {
  test('[LO1] says which meeting, what it was and where in the code, in one line of JSON', async () => {
    const data = await temporaryFolder()
    const id = await oneMeeting(data)
    await spoil(data, [
      [logKey(id, 9), bytes('xx')],
      [snapshotKey(id), bytes('xx')],
    ])
    const server = new ServerProcess({ PORT: '0', PLENARY_DATA: data })
    const address = await server.ready()
    expect((await fetch(`${address}/api/meetings/${id}/minutes.md`)).status).toBe(500)
    const socket = new WebSocket(`${address.replace('http', 'ws')}/sync/${id}`)
    await once(socket, 'close')
    server.signal('SIGTERM')
    const lines = (await server.ended()).error.trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({
        level: 50,
        req: { method: 'GET', route: '/api/meetings/:id/minutes.md' },
        err: expect.objectContaining({ stack: expect.stringMatching(/^at .+:\d+:\d+\)?\n/) as string }) as object,
      }),
      expect.objectContaining({ level: 50, msg: `the minutes of ${id} cannot be read` }),
    ])
  })

  test('[LO2] nothing that people write, are called or send is in it', async () => {
    const data = await temporaryFolder()
    const first = new ServerProcess({ PORT: '0', PLENARY_DATA: data })
    const address = await first.ready()
    const ids = [await create(address), await create(address), await create(address)] as const
    await write(address, ids[0])
    await misbehave(address, ids[0])
    const secrets = await secretsFrom(address, first.out)
    first.signal('SIGTERM')
    const said = (await first.ended()).error
    expect(said).not.toMatch(NOWHERE)
    for (const secret of secrets) expect(said).not.toContain(secret)

    // What lies on the disk may be anything after a fault, and everything that reads it may stumble over it.
    await spoil(data, [
      [logKey(ids[0], 9_000_000), bytes(`${SECRET} is no update`)],
      [snapshotKey(ids[1]), bytes(`\u0000${SECRET} is no snapshot`)],
      [meetingKey(ids[2]), bytes(`{"title": ${SECRET}}`)],
    ])
    const second = new ServerProcess({ PORT: '0', PLENARY_DATA: data })
    const again = await second.ready()
    await write(again, ids[0])
    const unreadable = new WebSocket(`${again.replace('http', 'ws')}/sync/${ids[1]}`)
    await once(unreadable, 'close')
    for (const path of ['/api/meetings', ...ids.map((id) => `/api/meetings/${id}?token=${SECRET}`)]) {
      await fetch(`${again}${path}`, { headers: { cookie: `plenary=${SECRET}` } })
    }
    second.signal('SIGTERM')
    const { error } = await second.ended()
    expect(error).toContain(`set aside 1 records of ${ids[0]}`)
    expect(error).toContain(`the minutes of ${ids[1]} cannot be read`)
    expect(error).toContain('SyntaxError')
    expect(error).not.toMatch(NOWHERE)
  })

  test('[LO2] not even where a disk or the lens fails and quotes it', async () => {
    const failing = (): Promise<never> =>
      Promise.reject(
        new LensError(`Invalid content: <"${SECRET}\n    at ${SECRET} (secret.md:1:2)">`, { cause: SECRET }),
      )
    let log = ''
    const stream = new PassThrough().on('data', (text: Buffer) => (log += text.toString()))
    const { app, store } = await testServer({
      log: stream,
      lens: { ...directLens(), print: failing, title: failing, tidy: failing },
      rooms: { describeAfter: 1, idle: 1, pause: async () => {} },
      store: new MemoryStore(),
    })
    const id = await newMeeting(app, { title: SECRET })
    const url = await listen(app)
    const socket = new WebSocket(`${url}/sync/${id}`)
    await once(socket, 'open')
    store.fail(1)
    socket.send(encode({ kind: 'update', update: paragraphUpdate(SECRET) }))
    await eventually(async () => (await store.head(id)) === 1)
    expect((await app.inject(`/api/meetings/${id}/minutes.md?token=${SECRET}`)).statusCode).toBe(500)
    store.beforeLoad = () => Promise.reject(new TypeError(`Unexpected token in "${SECRET}"`))
    expect((await app.inject(`/api/meetings/${await newMeeting(app)}/minutes.md`)).statusCode).toBe(500)
    // The room closes, and makes its log short before that.
    socket.terminate()
    await eventually(() => log.includes('could not be compacted'))
    await app.close()
    for (const said of ['the log cannot be written', 'could not be compacted', 'could not be described', 'TypeError']) {
      expect(log).toContain(said)
    }
    expect(log).not.toMatch(NOWHERE)
  })

  test('[LO1] a mistake that nobody caught ends the process, with where it was', async () => {
    const mistake = `process.once('SIGUSR2',()=>{throw(new(Error)(process.env.QUOTED))})`
    const settings = { QUOTED: SECRET, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(mistake)}` }
    const server = new ServerProcess({ PORT: '0', PLENARY_DATA: await temporaryFolder(), ...settings })
    await server.ready()
    server.signal('SIGUSR2')
    const { code, error } = await server.ended()
    expect(code).toBe(1)
    expect(JSON.parse(error)).toMatchObject({
      level: 60,
      err: { type: 'Error', stack: expect.stringContaining('at ') as string },
    })
    expect(error).not.toMatch(NOWHERE)
  })

  test('[LO1] what the system and the disk say of a failure is kept', () => {
    const disk = Object.assign(new Error('IO error: No space left on device'), { code: 'LEVEL_IO_ERROR' })
    expect(describeError(unavailable(disk))).toMatchObject({
      message: expect.stringMatching(/^The server cannot write to its disk/) as string,
      cause: { code: 'LEVEL_IO_ERROR', message: 'IO error: No space left on device' },
    })
  })
})

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

async function create(address: string): Promise<string> {
  const body = JSON.stringify({
    title: SECRET,
    markdown: `# ${SECRET}\n\n- [ ] @${SECRET}: [x](https://${SECRET}.example)\n`,
  })
  const headers = { 'content-type': 'application/json' }
  return ((await (await fetch(`${address}/api/meetings`, { method: 'POST', headers, body })).json()) as { id: string })
    .id
}

async function oneMeeting(data: string): Promise<string> {
  const server = new ServerProcess({ PORT: '0', PLENARY_DATA: data })
  const id = await create(await server.ready())
  server.signal('SIGTERM')
  await server.ended()
  return id
}

/** Puts something into the data of a stopped server. */
async function spoil(data: string, entries: readonly (readonly [string, Uint8Array])[]): Promise<void> {
  const db = new ClassicLevel<string, Uint8Array>(join(data, 'meetings'), { valueEncoding: 'view' })
  await db.batch(entries.map(([key, value]) => ({ type: 'put', key, value })))
  await db.close()
}

/** Somebody joins, is seen, and writes, until it is on disk. */
async function write(address: string, id: string): Promise<void> {
  const provider = new WebsocketProvider(`${address.replace('http', 'ws')}/sync`, id, new Y.Doc(), {
    params: { token: SECRET },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket, // ws has what y-websocket uses of it
    disableBc: true,
  })
  onTestFinished(() => provider.destroy())
  provider.awareness.setLocalStateField('user', { name: SECRET })
  await eventually(() => provider.synced)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(`${SECRET} was here`)])
  contentOf(provider.doc).push([paragraph])
  const minutes = async (): Promise<string> => (await fetch(`${address}/api/meetings/${id}/minutes.md`)).text()
  await eventually(async () => (await minutes()).includes('was here'))
  provider.destroy()
}

/** Secrets that the server handed out and was shown again: those of an invitation and of a cookie. */
async function secretsFrom(address: string, out: string): Promise<string[]> {
  const [, token = ''] = /#([\w-]+)$/m.exec(out) ?? []
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ token, name: SECRET })
  const accept = (): Promise<Response> => fetch(`${address}/api/invitations/accept`, { method: 'POST', headers, body })
  const accepted = await accept()
  const [, cookie = ''] = /^plenary=([\w-]+)/.exec(accepted.headers.get('set-cookie') ?? '') ?? []
  expect([accepted.status, (await accept()).status]).toEqual([200, 403])
  await fetch(`${address}/api/meetings/${cookie}`, { headers: { cookie: `plenary=${cookie}` } })
  return [token, cookie]
}

/** All ways in which a request or a frame is refused. */
async function misbehave(address: string, id: string): Promise<void> {
  const json = { 'content-type': 'application/json' }
  const requests: readonly [string, RequestInit][] = [
    [`/${SECRET}?token=${SECRET}`, {}],
    [`/%ff${SECRET}`, {}],
    [`/api/meetings/${SECRET}`, {}],
    [`/api/meetings/${id}?structure=${SECRET}`, {}],
    ['/api/meetings', { method: 'POST', headers: json, body: `{"title": ${SECRET}}` }],
    ['/api/meetings', { method: 'POST', headers: json, body: JSON.stringify({ [SECRET]: SECRET }) }],
    ['/api/meetings', { method: 'POST', headers: json, body: JSON.stringify({ title: SECRET, style: SECRET }) }],
    ['/api/meetings', { method: 'POST', headers: json, body: JSON.stringify({ markdown: SECRET.repeat(600_000) }) }],
    ['/api/meetings', { method: 'POST', headers: { 'content-type': `text/${SECRET}` }, body: SECRET }],
    ['/api/meetings', { method: 'POST', headers: { ...json, origin: `https://${SECRET}.example` }, body: '{}' }],
    [`/api/meetings/${id}/style`, { method: 'PUT', headers: json, body: JSON.stringify({ style: { like: SECRET } }) }],
    [`/api/meetings/${id}`, { method: 'DELETE', headers: { cookie: SECRET } }],
    ['/api/me', { headers: { authorization: `Bearer ${SECRET}` } }],
    ['/api/me', { method: 'POST', headers: json, body: JSON.stringify({ name: SECRET.repeat(100) }) }],
    [`/api/tickets?${SECRET}`, { method: 'POST', headers: { cookie: `plenary=${SECRET}` } }],
    [
      '/api/invitations/accept',
      { method: 'POST', headers: json, body: JSON.stringify({ token: SECRET, name: SECRET }) },
    ],
    [`/api/meetings/${id}/invitations/${SECRET}`, { method: 'DELETE' }],
  ]
  for (const [path, request] of requests) expect((await fetch(address + path, request)).status).toBeGreaterThan(399)

  const votes = new Y.Doc()
  votes.getMap(SECRET).set(SECRET, SECRET)
  const update = (of: Uint8Array): Uint8Array => encode({ kind: 'update', update: of } satisfies Message)
  for (const frame of [SECRET, bytes(SECRET), update(bytes(SECRET)), update(Y.encodeStateAsUpdate(votes))]) {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/sync/${id}?protocol=1&token=${SECRET}`, {
      headers: { cookie: `plenary=${SECRET}` },
    })
    await once(socket, 'open')
    socket.send(frame)
    // An unknown kind of frame is skipped, and this one is none.
    socket.send('')
    await once(socket, 'close')
  }
  const authorization = `Bearer ${SECRET}`
  await once(new WebSocket(`${address.replace('http', 'ws')}/sync/${id}`, { headers: { authorization } }), 'error')
  await once(new WebSocket(`${address.replace('http', 'ws')}/sync/${id}?ticket=${SECRET}`), 'error')
}
