import { contentOf, SCHEMA_VERSION } from '@plenary/shared/document'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { eventually } from './testing/eventually.ts'
import { temporaryFolder } from './testing/folder.ts'
import { Mallory } from './testing/mallory.ts'
import { ServerProcess } from './testing/process.ts'
import { createMeeting } from './testing/stock-client.ts'

const WRITERS = 50
/** Everybody writes a letter so often (ms), at moments of their own, for so long (ms): as fast as people type, all at once. */
const BETWEEN = 250
const LONG = 5_000

test(
  '[RM17] fifty people who write hear of 99 in 100 of their changes within a second that they are on disk',
  { timeout: 120_000 },
  async () => {
    const server = new ServerProcess({ PORT: '0', PLENARY_DATA: await temporaryFolder() })
    const address = await server.ready()
    const id = await createMeeting(address, { markdown: '# Weekly\n' })
    const url = `${address.replace('http', 'ws')}/sync/${id}?schema=${SCHEMA_VERSION}`
    const writers = await Promise.all(Array.from({ length: WRITERS }, () => Mallory.join(url)))
    const times = (
      await Promise.all(writers.map((writer, index) => typing(writer, (index * BETWEEN) / WRITERS)))
    ).flat()
    times.sort((a, b) => a - b)
    const at = (share: number): number => Math.round(times[Math.floor(times.length * share)] ?? Infinity)
    process.stdout.write(`acknowledged: ${times.length} changes of ${WRITERS}, p50 ${at(0.5)}, p99 ${at(0.99)} ms\n`)
    expect(times).toHaveLength((WRITERS * LONG) / BETWEEN)
    expect(at(0.99)).toBeLessThanOrEqual(1_000)
    const minutes = await (await fetch(`${address}/api/meetings/${id}/minutes.md`)).text()
    expect(minutes.match(/x/g)).toHaveLength(times.length)
  },
)

/** Types on, whether or not what was typed is saved; how long each letter took to be, in milliseconds. */
async function typing(writer: Mallory, after: number): Promise<number[]> {
  const text = new Y.XmlText()
  const sent: number[] = []
  const times: number[] = []
  writer.whenSaved = (frames) => {
    while (times.length < frames) times.push(performance.now() - (sent[times.length] ?? 0))
  }
  await new Promise((resolve) => setTimeout(resolve, after))
  for (let letter = 0; letter < LONG / BETWEEN; letter++) {
    const before = Y.encodeStateVector(writer.doc)
    if (letter === 0) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [text])
      contentOf(writer.doc).push([paragraph])
    }
    text.insert(text.length, 'x')
    sent.push(performance.now())
    writer.say({ kind: 'update', update: Y.encodeStateAsUpdate(writer.doc, before) })
    await new Promise((resolve) => setTimeout(resolve, BETWEEN))
  }
  await eventually(() => times.length === sent.length)
  return times
}
