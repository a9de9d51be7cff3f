import { once } from 'node:events'
import { join } from 'node:path'

import { contentOf, SCHEMA_VERSION } from '@plenary/shared/document'
import { CLOSE } from '@plenary/shared/protocol'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'

import { Replica } from '../room/replica.ts'
import { Command } from '../testing/command.ts'
import { eventually } from '../testing/eventually.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { ServerProcess } from '../testing/process.ts'
import { createMeeting, join as joinMeeting, type StockClient, writeParagraph } from '../testing/stock-client.ts'
import { docOf, textOf } from '../testing/text.ts'
import { withUnpacked } from './unpacked.ts'

test(
  '[BA2] while five people type, each backup is a state that every meeting had, with all that was seen before',
  { timeout: 120_000 },
  async () => {
    const data = await temporaryFolder()
    const address = await new ServerProcess({ PORT: '0', PLENARY_DATA: data }).ready()
    const meetings = await Promise.all([typedInto(address, 3), typedInto(address, 2)])
    const folder = await temporaryFolder()
    let typed = 0
    for (let round = 0; round < 4; round++) {
      for (const { writers } of meetings) for (const { doc } of writers) writeParagraph(doc, 0, `w${typed++}x`)
      await eventually(() => meetings.every(hasSeenAll))
      const before = meetings.map(({ watcher }) => textOf(watcher.doc))
      const file = join(folder, `backup ${round}`)
      const command = new Command('backup', file, data)
      const ended = { is: false }
      const ending = command.ended.finally(() => (ended.is = true))
      while (!ended.is) {
        for (const { writers } of meetings) {
          for (const { doc } of writers) writeParagraph(doc, contentOf(doc).length >> 1, `w${typed++}x`)
        }
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      expect(await ending).toMatchObject({ code: 0, error: '' })
      for (const [index, { id, states }] of meetings.entries()) {
        const kept = await stateIn(file, id)
        await eventually(() => states.has(kept))
        expect(wordsIn(before[index] ?? '').filter((word) => !kept.includes(word))).toEqual([])
      }
    }
  },
)

test('[RS2] a page with a copy from before the restore is told so, and new ones see what was restored and take part', async () => {
  const [data, restored, file] = [
    await temporaryFolder(),
    await temporaryFolder(),
    join(await temporaryFolder(), 'file'),
  ]
  const first = new ServerProcess({ PORT: '0', PLENARY_DATA: data })
  const address = await first.ready()
  const id = await createMeeting(address, { markdown: '# Reef call\n' })
  const before = await epochOf(address, id)
  expect(await new Command('backup', file, data).ended).toMatchObject({ code: 0 })
  const ann = joinMeeting(address, id)
  await eventually(() => ann.provider.synced)
  writeParagraph(ann.doc, 1, 'after the backup')
  await eventually(async () => (await minutesOf(address, id)).includes('after the backup'))
  ann.provider.destroy()
  first.signal('SIGTERM')
  await first.ended()
  expect(await new Command('restore', file, restored).ended).toMatchObject({ code: 0, error: '' })
  expect(await new Command('verify', restored).ended).toMatchObject({ code: 0 })

  const second = await new ServerProcess({ PORT: '0', PLENARY_DATA: restored }).ready()
  const old = new WebSocket(
    `${second.replace('http', 'ws')}/sync/${id}?protocol=1&schema=${SCHEMA_VERSION}&epoch=${before}`,
  )
  let frames = 0
  old.on('message', () => frames++)
  expect((await once(old, 'close'))[0]).toBe(CLOSE['other-epoch'])
  expect(frames).toBe(0)
  expect(await epochOf(second, id)).not.toBe(before)
  expect(await minutesOf(second, id)).toBe('# Reef call\n')
  const [bob, cem] = [joinMeeting(second, id), joinMeeting(second, id)]
  await eventually(() => bob.provider.synced && cem.provider.synced)
  writeParagraph(bob.doc, 1, 'after the restore')
  await eventually(() => textOf(cem.doc).includes('after the restore'))
  expect(textOf(cem.doc)).not.toContain('after the backup')
})

interface Meeting {
  readonly id: string
  readonly writers: readonly StockClient[]
  /** Only watches, and so hears of each commit; and every state of the minutes that it saw. */
  readonly watcher: StockClient
  readonly states: ReadonlySet<string>
}

async function typedInto(address: string, people: number): Promise<Meeting> {
  const id = await createMeeting(address)
  const watcher = joinMeeting(address, id)
  const states = new Set([textOf(watcher.doc)])
  watcher.doc.on('update', () => void states.add(textOf(watcher.doc)))
  const writers = Array.from({ length: people }, () => joinMeeting(address, id))
  await eventually(() => [watcher, ...writers].every(({ provider }) => provider.synced))
  return { id, watcher, states, writers }
}

/** Whether everything that was written has come back, and so is on disk. */
function hasSeenAll({ watcher, writers }: Meeting): boolean {
  return writers.every(({ doc }) => textOf(doc) === textOf(watcher.doc))
}

async function epochOf(address: string, id: string): Promise<string> {
  const answer = await fetch(`${address}/api/meetings/${id}?structure=false`)
  return ((await answer.json()) as { epoch: string }).epoch
}

async function minutesOf(address: string, id: string): Promise<string> {
  return (await fetch(`${address}/api/meetings/${id}/minutes.md`)).text()
}

async function stateIn(file: string, id: string): Promise<string> {
  return withUnpacked(file, async (store) => {
    const stored = await store.load(id)
    if (stored === undefined) throw new Error(`there is no meeting ${id} in the backup`)
    return textOf(docOf(Replica.load(stored).replica.state()))
  })
}

function wordsIn(text: string): string[] {
  return text.match(/w\d+x/g) ?? []
}
