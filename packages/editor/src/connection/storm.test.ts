import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { contentOf } from '@plenary/shared/document'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'

import { openSession } from './open-session.ts'
import type { Session } from './session.ts'
import { until } from './testing.ts'

/** The whole way, with the built server: two hundred pages of one meeting, and a server that ends and is started anew. */

const SERVER = join(import.meta.dirname, '../../../server/dist/main.js')
const PAGES = 200
/** So long (ms) the server is away, as in an update. */
const AWAY = 3_000
/** Of a hundred people, 95 write again within so many milliseconds of its start. */
const BACK = 5_000
/** A server that is asked to stop has stopped within so many milliseconds. */
const STOPPED = 10_000

let folder: string
let server: Running

beforeAll(async () => {
  if (!existsSync(SERVER)) throw new Error('This test runs the built server. Build it first: npm run build')
  folder = await mkdtemp(join(tmpdir(), 'plenary-storm-'))
  server = await start('0')
})

afterAll(async () => {
  server.child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

test(
  'two hundred pages are back within five seconds after a stop and after a kill, and nothing is lost or twice',
  { timeout: 300_000 },
  async () => {
    const meeting = await create(server.address)
    const pages = Array.from({ length: PAGES }, () => openSession(meeting, { origin: server.address }))
    await Promise.all(pages.map(isSaved))
    const words: string[] = []
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      for (const page of pages.slice(0, 20)) words.push(write(page, words.length))
      const asked = performance.now()
      server.child.kill(signal)
      await once(server.child, 'exit')
      const stopped = performance.now() - asked
      await Promise.all(pages.map(({ saving }) => until(saving, ({ state }) => state === 'offline')))
      for (const page of pages.slice(20, 40)) words.push(write(page, words.length))
      await new Promise((resolve) => setTimeout(resolve, AWAY))

      server = await start(new URL(server.address).port)
      const started = performance.now()
      const times = await Promise.all(
        pages.map(async (page) => {
          await isSaved(page)
          return performance.now() - started
        }),
      )
      times.sort((a, b) => a - b)
      const p95 = times[Math.floor(PAGES * 0.95)] ?? Infinity
      process.stdout.write(
        `${signal}: stopped in ${Math.round(stopped)} ms; ${PAGES} pages back, median ${Math.round(times[PAGES / 2] ?? 0)}, p95 ${Math.round(p95)}, last ${Math.round(times.at(-1) ?? 0)} ms\n`,
      )
      expect(stopped).toBeLessThan(STOPPED)
      expect(p95).toBeLessThan(BACK)
    }
    const expected = words.toSorted()
    for (const page of pages) {
      await expect.poll(() => wordsOf(page), { timeout: 20_000 }).toEqual(expected)
      page.close()
    }
  },
)

interface Running {
  readonly child: ChildProcess
  readonly address: string
}

async function start(port: string): Promise<Running> {
  const child = spawn(process.execPath, [SERVER], {
    env: { PATH: process.env['PATH'], PORT: port, PLENARY_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  for await (const text of child.stdout) {
    said += String(text)
    const [address] = /http:\/\/\S+(?=\n)/.exec(said) ?? []
    if (address !== undefined) return { child, address }
  }
  throw new Error('the server ended at once')
}

async function create(address: string): Promise<{ id: string; epoch: string }> {
  // The page is one of this server's; only happy-dom's own handle, which the DOM's types lack, can say so.
  ;(window as unknown as { happyDOM: { setURL: (url: string) => void } }).happyDOM.setURL(address)
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ markdown: `# Call\n\n${'Long minutes. '.repeat(4_000)}\n` })
  const { id } = (await (await fetch(`${address}/api/meetings`, { method: 'POST', headers, body })).json()) as {
    id: string
  }
  return (await (await fetch(`${address}/api/meetings/${id}?structure=false`)).json()) as { id: string; epoch: string }
}

async function isSaved({ saving }: Session): Promise<void> {
  await until(saving, ({ state }) => state === 'saved')
}

function write(session: Session, index: number): string {
  const word = `w${index}x`
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(word)])
  contentOf(session.doc).push([paragraph])
  return word
}

function wordsOf({ doc }: Session): string[] {
  const words: readonly string[] = contentOf(doc).toJSON().match(/w\d+x/g) ?? []
  return words.toSorted()
}
