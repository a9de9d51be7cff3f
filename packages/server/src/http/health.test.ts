import { once } from 'node:events'

import { encode } from '@plenary/shared/protocol'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'

import { paragraphUpdate } from '../testing/edit.ts'
import { eventually } from '../testing/eventually.ts'
import { listen, newMeeting, testServer } from '../testing/server.ts'

describe('health', () => {
  test('[HT10] the server says that it lives, and that people may be sent to it', async () => {
    const { app } = await testServer()
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await app.inject('/readyz')).json()).toEqual({ status: 'ok' })
  })

  test('[HT10] nobody is sent to a server whose disk refuses, until it takes again', async () => {
    let tryAgain = (): void => {}
    const pause = (): Promise<void> => new Promise((resolve) => (tryAgain = resolve))
    const { app, store } = await testServer({ rooms: { pause } })
    const id = await newMeeting(app)
    const socket = new WebSocket(`${await listen(app)}/sync/${id}`)
    await once(socket, 'open')
    store.fail(1)
    socket.send(encode({ kind: 'update', update: paragraphUpdate('kept') }))
    await eventually(async () => (await app.inject('/readyz')).statusCode === 503)
    expect((await app.inject('/readyz')).json()).toEqual({ status: 'storage-unavailable' })
    expect((await app.inject('/healthz')).statusCode).toBe(200)
    tryAgain()
    await eventually(async () => (await app.inject('/readyz')).statusCode === 200)
    expect((await app.inject(`/api/meetings/${id}/minutes.md`)).body).toContain('kept')
    socket.terminate()
  })

  test('[HT10] nobody is sent to a server that stops', async () => {
    const waiting: (() => void)[] = []
    const pause = (): Promise<void> => new Promise((resolve) => waiting.push(resolve))
    const { app, store } = await testServer({ rooms: { pause } })
    const id = await newMeeting(app)
    const url = await listen(app)
    const socket = new WebSocket(`${url}/sync/${id}`)
    await once(socket, 'open')
    store.fail(1)
    socket.send(encode({ kind: 'update', update: paragraphUpdate('kept') }))
    await eventually(async () => (await app.inject('/readyz')).statusCode === 503)
    // It cannot stop yet: something is not stored.
    const stopped = app.close()
    const ready = await fetch(`${url.replace('ws', 'http')}/readyz`)
    expect(ready.status).toBe(503)
    waiting.forEach((goOn) => goOn())
    await stopped
    expect((await store.load(id))?.tail).toHaveLength(1)
  })
})
