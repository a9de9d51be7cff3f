import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'

import { contentOf } from '@plenary/shared/document'
import { ClassicLevel } from 'classic-level'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

import { eventually } from './testing/eventually.ts'
import { temporaryFolder } from './testing/folder.ts'
import { ServerProcess } from './testing/process.ts'
import { type Series, seriesIn } from './testing/series.ts'
import { createMeeting, join as joinMeeting } from './testing/stock-client.ts'

describe('the process', () => {
  test('[CF3] says where it is, and SIGTERM ends it cleanly while people are connected', async () => {
    const server = new ServerProcess({ PORT: '0', PLENARY_DATA: await temporaryFolder() })
    const address = await server.ready()
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const id = await createMeeting(address, { title: 'Weekly' })
    const socket = new WebSocket(`${address.replace('http', 'ws')}/sync/${id}`)
    await once(socket, 'open')
    const closed = once(socket, 'close')
    server.signal('SIGTERM')
    expect((await closed)[0]).toBe(1012)
    const { code, out, error } = await server.ended()
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out.split('\n')).toEqual([`Plenary is ready: ${address}`, expect.stringContaining('administrator'), ''])
  })

  test('[CF3] SIGINT ends it as well, and what was created is there at the next start', async () => {
    const settings = { PORT: '0', PLENARY_DATA: await temporaryFolder() }
    const first = new ServerProcess(settings)
    const id = await createMeeting(await first.ready(), { title: 'Weekly' })
    first.signal('SIGINT')
    expect((await first.ended()).code).toBe(0)
    const second = new ServerProcess(settings)
    const found = await fetch(`${await second.ready()}/api/meetings/${id}`)
    expect(await found.json()).toMatchObject({ title: 'Weekly' })
  })

  test('[CF3] somebody who comes back while it stops does not hold it up', async () => {
    const server = new ServerProcess({ PORT: '0', PLENARY_DATA: await temporaryFolder() })
    const address = await server.ready()
    const person = joinMeeting(address, await createMeeting(address, { title: 'Weekly' }))
    await eventually(() => person.provider.synced)
    contentOf(person.doc).push([new Y.XmlElement('paragraph')])
    server.signal('SIGTERM')
    expect(await server.ended()).toMatchObject({ code: 0, error: '' })
  })

  test('[CF4] an unknown setting ends it with one sentence', async () => {
    const ended = await new ServerProcess({ PLENARY_PORT: '1' }).ended()
    expect(ended).toEqual({ code: 1, out: '', error: expect.stringMatching(/^[^\n]*PLENARY_PORT[^\n]*\n$/) as string })
  })

  test('[CF4] a busy port ends it with one sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? String(address.port) : ''
    const ended = await new ServerProcess({ PORT: port, PLENARY_DATA: await temporaryFolder() }).ended()
    expect(ended).toEqual({
      code: 1,
      out: '',
      error: expect.stringMatching(/^Port \d+ [^\n]*in use[^\n]*\n$/) as string,
    })
  })

  test('[CF4] a busy port for metrics ends it with one sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? String(address.port) : ''
    const settings = { PORT: '0', PLENARY_METRICS: port, PLENARY_DATA: await temporaryFolder() }
    expect(await new ServerProcess(settings).ended()).toEqual({
      code: 1,
      out: '',
      error: expect.stringMatching(/^Port \d+ [^\n]*in use; set PLENARY_METRICS[^\n]*\n$/) as string,
    })
  })

  test('[CF4] a data folder that another server uses ends it with one sentence', async () => {
    const settings = { PORT: '0', PLENARY_DATA: await temporaryFolder() }
    const first = new ServerProcess(settings)
    const address = await first.ready()
    const ended = await new ServerProcess(settings).ended()
    expect(ended).toEqual({
      code: 1,
      out: '',
      error: expect.stringMatching(/^[^\n]*in use by another[^\n]*\n$/) as string,
    })
    expect((await fetch(`${address}/readyz`)).status).toBe(200)
  })

  test('[CF4] a data folder that cannot be one ends it with one sentence', async () => {
    const file = join(await temporaryFolder(), 'file')
    await writeFile(file, 'text')
    const ended = await new ServerProcess({ PORT: '0', PLENARY_DATA: file }).ended()
    expect(ended).toEqual({ code: 1, out: '', error: expect.stringMatching(/^The data folder [^\n]*\.\n$/) as string })
  })

  test('[CF4] data of a newer version ends it with one sentence', async () => {
    const folder = await temporaryFolder()
    const db = new ClassicLevel(join(folder, 'meetings'))
    await db.put('format', '99')
    await db.close()
    const ended = await new ServerProcess({ PORT: '0', PLENARY_DATA: folder }).ended()
    expect(ended).toEqual({ code: 1, out: '', error: expect.stringMatching(/^[^\n]*newer Plenary[^\n]*\n$/) as string })
  })

  test('[ME1] metrics are at an address of their own, if one is set, and at no other', async () => {
    const settings = { PORT: '0', PLENARY_METRICS: '0', PLENARY_DATA: await temporaryFolder() }
    const server = new ServerProcess(settings)
    const address = await server.ready()
    const metrics = /^Metrics are at (http:\/\/127\.0\.0\.1:\d+\/metrics)$/m.exec(server.out)?.[1] ?? ''
    const id = await createMeeting(address, { title: 'Weekly' })
    const [ann, bob] = [joinMeeting(address, id), joinMeeting(address, id)]
    await eventually(() => ann.provider.synced && bob.provider.synced)
    contentOf(ann.doc).push([new Y.XmlElement('paragraph')])
    contentOf(bob.doc).push([new Y.XmlElement('paragraph')])
    const series = async (): Promise<Series> => seriesIn((await fetch(metrics)).text())
    await eventually(async () => (await series())['plenary_updates_stored_total'] === 2)
    expect(await series()).toMatchObject({ plenary_rooms: 1, plenary_connections: 2, plenary_storage_writable: 1 })
    expect((await fetch(metrics)).headers.get('content-type')).toContain('text/plain; version=0.0.4')
    for (const other of [`${address}/metrics`, metrics.replace('/metrics', '/'), `${metrics}/x`]) {
      expect((await fetch(other)).status).toBe(404)
    }
    expect((await fetch(metrics, { method: 'POST' })).status).toBe(404)
    server.signal('SIGTERM')
    expect(await server.ended()).toMatchObject({ code: 0, error: '' })
  })

  test('[LE1] the built server reads and prints Markdown in its threads', async () => {
    const server = new ServerProcess({ PORT: '0', PLENARY_DATA: await temporaryFolder() })
    const address = await server.ready()
    const markdown = '# Minutes\r\n\r\n* one\r\n* two  \r\n'
    const id = await createMeeting(address, { title: 'fallback', markdown })
    const text = await (await fetch(`${address}/api/meetings/${id}/minutes.md`)).text()
    expect(text).toBe(markdown)
    expect(await (await fetch(`${address}/api/meetings/${id}`)).json()).toMatchObject({ title: 'Minutes' })
  })
})
