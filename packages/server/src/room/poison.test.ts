import { PassThrough } from 'node:stream'

import { decode, encode } from '@plenary/shared/protocol'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'

import { openLevelStore } from '../store/level.ts'
import { paragraphUpdate } from '../testing/edit.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { listen, newMeeting, testServer } from '../testing/server.ts'
import { docOf, textOf } from '../testing/text.ts'

const POISONS: readonly (readonly [string, Uint8Array])[] = [
  ['no bytes at all', new Uint8Array()],
  ['noise', new Uint8Array([7, 255, 3, 9, 255, 255])],
  ['a struct of no length', new Uint8Array([1, 1, 255, 255, 255, 255, 15, 0, 0, 0, 0])],
  ['an update cut short', paragraphUpdate('cut short').slice(0, -2)],
  ['an update that builds on nothing', new Uint8Array([1, 1, 7, 9, 68, 7, 8, 1, 120, 0])],
]

test.each(POISONS)(
  '[RO9] %s in a log is kept aside and said as an error; the rest of the meeting and all others open',
  async (_what, poison) => {
    const folder = await temporaryFolder()
    const store = await openLevelStore(folder)
    onTestFinished(() => store.close())
    const log = new PassThrough()
    const { app } = await testServer({ store, log })
    const [sick, well] = [await newMeeting(app, { title: 'Sick' }), await newMeeting(app, { title: 'Well' })]
    await store.append(sick, [paragraphUpdate('before'), poison, paragraphUpdate('after')])
    await store.append(well, [paragraphUpdate('well')])
    const url = await listen(app)
    expect(wordsIn(await minutesSeen(`${url}/sync/${sick}`))).toEqual(['Sick', 'after', 'before'])
    expect(wordsIn(await minutesSeen(`${url}/sync/${well}`))).toEqual(['Well', 'well'])
    expect(await store.setAside(sick)).toBe(1)
    expect(await store.setAside(well)).toBe(0)
    const lines = String(log.read()).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ level: 50, msg: expect.stringMatching(`set aside 1 .*${sick}`) as string }),
    ])
    const exported = await app.inject(`/api/meetings/${sick}/minutes.md`)
    expect(wordsIn(exported.body)).toEqual(['Sick', 'after', 'before'])
  },
)

function wordsIn(text: string): string[] {
  return (text.match(/sick|well|before|after/gi) ?? []).toSorted()
}

/** What somebody gets who opens a meeting. */
function minutesSeen(url: string): Promise<string> {
  const socket = new WebSocket(url)
  onTestFinished(() => socket.terminate())
  const updates: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    socket.on('open', () => socket.send(encode({ kind: 'sync-step-1', stateVector: new Uint8Array([0]) })))
    socket.on('close', (code) => reject(new Error(`the connection ended with ${code}`)))
    socket.on('message', (frame: Buffer) => {
      const message = decode(frame)
      if (typeof message !== 'object' || (message.kind !== 'update' && message.kind !== 'sync-step-2')) return
      updates.push(message.update)
      if (message.kind === 'sync-step-2') resolve(textOf(docOf(...updates)))
    })
  })
}
