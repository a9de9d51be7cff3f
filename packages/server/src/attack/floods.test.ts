import { once } from 'node:events'

import { CLOSE } from '@plenary/shared/protocol'
import { beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'

import { SENTENCES } from '../limit/limits.ts'
import { paragraphUpdate } from '../testing/edit.ts'
import { eventually } from '../testing/eventually.ts'
import { Mallory } from '../testing/mallory.ts'
import { RealServer } from '../testing/real-server.ts'

const AT_AN_ADDRESS = 60
const MIB = 1024 * 1024
/** What a server keeps for itself after it was flooded, of memory that it had to ask for. */
const LEFT = 64 * MIB

let server: RealServer

beforeAll(async () => {
  server = await RealServer.begin({ PLENARY_CONNECTIONS_PER_ADDRESS: String(AT_AN_ADDRESS) })
  return () => server.end()
})

test('[AT1] [WS7] B08 a frame in a hundred pieces that has no end is given up', async () => {
  const { id, ann, insider } = await server.siege()
  const socket = new WebSocket(server.socketOf(id), { headers: insider.headers })
  await once(socket, 'open')
  const closed = once(socket, 'close')
  const piece = new Uint8Array(256 * 1024)
  for (let turn = 0; turn < 96; turn++) socket.send(piece, { fin: false })
  expect((await closed)[0]).toBe(1009)
  await expectHeard(ann)
})

test('[AT1] [WS7] B08 a frame in thousands of tiny pieces is given up', async () => {
  const { id, ann, insider } = await server.siege()
  const socket = new WebSocket(server.socketOf(id), { headers: insider.headers })
  await once(socket, 'open')
  const closed = once(socket, 'close')
  for (let turn = 0; turn < 5_000; turn++) socket.send(new Uint8Array(1), { fin: false })
  expect((await closed)[0]).toBe(1008)
  await expectHeard(ann)
})

test('[AT1] [RM9] B24 four hundred questions of somebody who reads nothing fill no memory', async () => {
  const { ann, mallory } = await server.siege()
  ann.say({ kind: 'update', update: paragraphUpdate('x'.repeat(512 * 1024)) })
  await eventually(() => ann.saved === 1)
  const before = await server.cost()
  mallory.stopReading()
  for (let turn = 0; turn < 400; turn++) mallory.say({ kind: 'sync-step-1', stateVector: new Uint8Array([0]) })
  await expectHeard(ann)
  expect((await server.cost()).memory - before.memory).toBeLessThan(LEFT)
})

test('[AT1] [LI3] B25 two hundred connections from one address are as many as it may have, and others come in', async () => {
  const { id, ann, insider } = await server.siege()
  const headers = { ...insider.headers, 'x-forwarded-for': '203.0.113.7' }
  const crowd = await Promise.all(Array.from({ length: 200 }, () => Mallory.join(server.socketOf(id), headers)))
  const refused = crowd.filter(({ code }) => code !== undefined)
  expect(refused).toHaveLength(200 - AT_AN_ADDRESS)
  for (const { code, notices } of refused) {
    expect([code, notices]).toEqual([CLOSE['try-later'], [SENTENCES.addressFull]])
  }
  await expectHeard(ann)
  const other = { ...insider.headers, 'x-forwarded-for': '203.0.113.8' }
  expect((await Mallory.join(server.socketOf(id), other)).code).toBeUndefined()
})

test('[AT1] [WS4] B25 two hundred meetings that nobody has made are none', async () => {
  const { id, insider } = await server.siege()
  const url = server.socketOf(id)
  const refusals = Array.from({ length: 200 }, async (_, index) => {
    const socket = new WebSocket(url.replace(id, `a${String(index).padStart(25, '2')}`), { headers: insider.headers })
    socket.on('error', () => {})
    const [, answer] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode?: number }]
    socket.terminate()
    return answer.statusCode
  })
  expect(new Set(await Promise.all(refusals))).toEqual(new Set([404]))
})

test('[AT1] [LI1] B26 thirty thousand carets in a moment end the connection that they came by', async () => {
  const { ann, mallory } = await server.siege()
  for (let clock = 1; clock <= 30_000; clock++) mallory.wave({ cursor: clock }, mallory.doc.clientID, clock)
  await eventually(() => mallory.code !== undefined)
  expect(mallory.code).toBe(CLOSE['too-fast'])
  expect(mallory.notices).toEqual([SENTENCES.tooFast])
  await expectHeard(ann)
})

/** Whoever writes meanwhile has it saved. */
async function expectHeard(ann: Mallory): Promise<void> {
  const before = ann.saved
  ann.write('our ')
  await eventually(() => ann.saved === before + 1)
}
