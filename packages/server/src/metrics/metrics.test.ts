import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { encode } from '@plenary/shared/protocol'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'

import { MemoryStore } from '../store/memory.ts'
import { paragraphUpdate } from '../testing/edit.ts'
import { eventually } from '../testing/eventually.ts'
import { House } from '../testing/house.ts'
import { type Series, seriesIn } from '../testing/series.ts'
import { listen, newMeeting, testServer } from '../testing/server.ts'
import { Metrics } from './metrics.ts'

describe('the metrics', () => {
  test('[ME2] who is there and what is stored is counted', async () => {
    const { series, open } = await watched()
    expect(await series()).toMatchObject({ plenary_rooms: 0, plenary_connections: 0, plenary_updates_stored_total: 0 })
    const socket = await open()
    const update = paragraphUpdate('one')
    socket.send(encode({ kind: 'update', update }))
    await eventually(async () => (await series()).plenary_updates_stored_total === 1)
    expect(await series()).toMatchObject({
      plenary_rooms: 1,
      plenary_connections: 1,
      plenary_stored_bytes_total: update.length,
      plenary_commit_seconds_count: 1,
      'plenary_commit_seconds_bucket{le="10"}': 1,
      plenary_storage_writable: 1,
      plenary_unsaved_seconds: 0,
    })
    socket.close()
    await eventually(async () => (await series()).plenary_connections === 0)
  })

  test('[ME2] the event loop and the memory of the process are told', async () => {
    const { series } = await watched()
    const names = Object.keys(await series())
    expect(names).toContain('nodejs_eventloop_lag_p99_seconds')
    expect(names).toContain('process_resident_memory_bytes')
  })

  test('[ME3] a disk that refuses shows, with how long somebody has been waiting for it', async () => {
    let tryAgain = (): void => {}
    const pause = (): Promise<void> => new Promise((resolve) => (tryAgain = resolve))
    const { series, open, store } = await watched({ pause })
    const socket = await open()
    store.fail(2)
    socket.send(encode({ kind: 'update', update: paragraphUpdate('kept') }))
    await eventually(async () => (await series()).plenary_storage_writable === 0)
    tryAgain()
    await eventually(async () => (await series())['plenary_failures_total{failure="write"}'] === 2)
    expect((await series()).plenary_unsaved_seconds).toBeGreaterThan(0)
    expect((await series()).plenary_updates_stored_total).toBe(0)
    tryAgain()
    await eventually(async () => (await series()).plenary_storage_writable === 1)
    await eventually(async () => (await series()).plenary_unsaved_seconds === 0)
    expect(await series()).toMatchObject({ plenary_updates_stored_total: 1, plenary_commit_seconds_count: 1 })
  })

  test('[ME3] updates that are not taken are counted by why', async () => {
    const { series, open } = await watched()
    const frames = [
      encode({ kind: 'update', update: new Uint8Array([9, 9, 9]) }),
      // It hangs on the clock 7 of a client that nobody knows.
      encode({
        kind: 'update',
        update: new Uint8Array([1, 1, 5, 7, 4, 1, 7, ...new TextEncoder().encode('content'), 1, 120, 0]),
      }),
      encode({
        kind: 'update',
        update: new Uint8Array([1, 1, 5, 0, 4, 1, 5, ...new TextEncoder().encode('votes'), 1, 120, 0]),
      }),
    ]
    for (const frame of frames) (await open()).send(frame)
    const refused = (counts: Series): unknown =>
      ['malformed', 'gap', 'refused'].map((verdict) => counts[`plenary_updates_refused_total{verdict="${verdict}"}`])
    await eventually(async () => String(refused(await series())) === '1,1,1')
    expect(await series()).toMatchObject({ plenary_updates_stored_total: 0 })
  })

  test('[ME3] a meeting that cannot be opened and a request that fails are counted', async () => {
    const { series, open, store, app, id } = await watched()
    store.beforeLoad = () => Promise.reject(new Error('no such block'))
    const socket = await open()
    await once(socket, 'close')
    expect((await app.inject(`/api/meetings/${id}/minutes.md`)).statusCode).toBe(500)
    expect(await series()).toMatchObject({
      'plenary_failures_total{failure="unreadable"}': 1,
      'plenary_failures_total{failure="request"}': 1,
    })
  })

  test('[ME3] compactions, records that were set aside and readers who fell behind are counted', async () => {
    const metrics = new Metrics()
    const house = await House.open({ meter: metrics, compactAfter: { records: 3, bytes: Infinity } })
    const [ann, slow] = [house.enter(), house.enter()]
    await house.settle()
    slow.pair.isStuck = true
    ann.type('x'.repeat(1_100_000))
    await house.settle()
    ann.type('y')
    await house.settle()
    ann.type('z')
    await house.settle()
    expect(await seriesIn(metrics.text())).toMatchObject({ plenary_compactions_total: 1, plenary_resyncs_total: 1 })

    const store = new MemoryStore()
    const poisoned = await House.open({ meter: metrics }, store)
    await store.append('meeting', [new Uint8Array([9, 9]), new Uint8Array([8, 8])])
    poisoned.enter()
    await poisoned.settle()
    expect(await seriesIn(metrics.text())).toMatchObject({ plenary_records_set_aside_total: 2 })
  })

  test('[ME3] every alert that we ship asks for what is there, and is explained', async () => {
    const { series, open } = await watched()
    await open()
    const root = join(import.meta.dirname, '../../../..')
    const rules = await readFile(join(root, 'deploy/plenary.rules.yml'), 'utf8')
    const asked = rules.match(/(?:plenary|nodejs|process)_\w+(?:\{failure="\w+"\})?/g) ?? []
    const there = Object.keys(await series())
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.filter((name) => !there.some((each) => each === name || each.startsWith(`${name}{`)))).toEqual([])
    const named = rules.match(/(?<=alert: )\w+/g) ?? []
    const explained = (await readFile(join(root, 'docs/operating.md'), 'utf8')).match(/(?<=^\| `)Plenary\w+/gm) ?? []
    expect(explained).toEqual(named)
  })

  test('[ME4] more meetings, people and words are not more series, and none of them is named', async () => {
    const { series, metrics, open, app, id } = await watched()
    const ours = async (): Promise<string[]> =>
      Object.keys(await series()).filter((name) => name.startsWith('plenary_'))
    const before = await ours()
    const second = await newMeeting(app, { title: 'Secretariat' })
    for (const meeting of [id, second]) {
      const socket = await open(meeting)
      socket.send(encode({ kind: 'update', update: paragraphUpdate('Marguerite') }))
    }
    await eventually(async () => (await series()).plenary_updates_stored_total === 2)
    expect(await ours()).toEqual(before)
    expect(await metrics.text()).not.toMatch(new RegExp(`${id}|${second}|Secretariat|Marguerite`))
  })
})

/** A server that is watched, with one meeting, in this process. */
async function watched(rooms: { pause?: () => Promise<void> } = {}) {
  const metrics = new Metrics()
  const { app, store } = await testServer({ metrics, rooms })
  const id = await newMeeting(app)
  const url = await listen(app)
  const open = async (meeting = id): Promise<WebSocket> => {
    const socket = new WebSocket(`${url}/sync/${meeting}`)
    onTestFinished(() => socket.terminate())
    await once(socket, 'open')
    return socket
  }
  return { metrics, app, store, id, open, series: () => seriesIn(metrics.text()) }
}
