import { SERVER } from '@plenary/shared/ledger'
import { ClassicLevel } from 'classic-level'
import { describe, expect, onTestFinished, test } from 'vitest'

import { Fault, openFaulty } from '../testing/fault.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { storeContract } from './contract.ts'
import { bringToFormat, FORMAT } from './format.ts'
import { meetingKey } from './keys.ts'
import { LevelStore, openLevelStore } from './level.ts'
import type { Kept, NewMeeting } from './store.ts'

const MEETING: NewMeeting = {
  record: { id: 'a', name: 'A', title: 'A', createdAt: '', updatedAt: '', epoch: 'e', base: null },
  state: new Uint8Array([0, 0]),
}

function kept(sequence: number, command: string): Kept {
  const event = { type: 'meeting-begun' } as const
  return { entry: { sequence, time: '', actor: SERVER, command, event, previous: '', hash: '' } }
}

describe('the store on LevelDB', () => {
  storeContract(async () => {
    const folder = await temporaryFolder()
    const db = new ClassicLevel<string, Uint8Array>(folder, { keyEncoding: 'utf8', valueEncoding: 'view' })
    await db.open()
    await bringToFormat(folder, db)
    const store = new LevelStore(db)
    const batch = db.batch.bind(db)
    let open: LevelStore = store
    onTestFinished(() => open.close())
    return {
      store,
      failNextWrite: () => {
        // Also the second try, which follows when the folder can be written to.
        let tries = 2
        db.batch = () => {
          if (--tries === 0) db.batch = batch
          throw new Error('no space left on device')
        }
      },
      reopen: async () => {
        await open.close()
        open = await openLevelStore(folder)
        return open
      },
    }
  })

  test('[ST8] writes that come together are synced together', async () => {
    const folder = await temporaryFolder()
    const db = new ClassicLevel<string, Uint8Array>(folder, { keyEncoding: 'utf8', valueEncoding: 'view' })
    await db.open()
    const store = new LevelStore(db)
    await store.create(MEETING)
    const batch = db.batch.bind(db)
    const syncs: unknown[] = []
    db.batch = (() => {
      const writing = batch()
      const write = writing.write.bind(writing)
      return Object.assign(writing, {
        write: (options: { sync?: boolean }) => {
          syncs.push(options.sync)
          return write(options)
        },
      })
    }) as unknown as typeof db.batch // one of its overloads is enough
    await Promise.all(Array.from({ length: 500 }, () => store.append('a', [new Uint8Array([1])])))
    expect(syncs.length).toBeLessThanOrEqual(2)
    expect(syncs.every((sync) => sync === true)).toBe(true)
    await store.close()
  })

  test('[ST15] a meeting whose record is spoiled hides no other', async () => {
    const folder = await temporaryFolder()
    const before = await openLevelStore(folder)
    await before.create(MEETING)
    await before.create({ ...MEETING, record: { ...MEETING.record, id: 'b' } })
    await before.close()
    const db = new ClassicLevel(folder)
    await db.put(meetingKey('b'), '{"id":')
    await db.close()
    const store = await openLevelStore(folder)
    onTestFinished(() => store.close())
    expect((await store.meetings()).map(({ id }) => id)).toEqual(['a'])
  })

  test('[ST17] entries that were refused and are there after all are replaced, all of them, by those written next', async () => {
    const folder = await temporaryFolder()
    const before = await openLevelStore(folder)
    await before.create(MEETING)
    await before.close()
    // The second operation is the batch; the first looks whether there is such a meeting.
    const { store, release } = await openFaulty(folder, new Fault(2, 'done but failed'))
    await expect(store.enter('a', [kept(1, 'refused'), kept(2, 'refused')])).rejects.toThrow('cannot write to its disk')
    expect((await store.ledger('a'))?.kept).toHaveLength(2)
    await store.enter('a', [kept(1, 'taken')])
    expect((await store.ledger('a'))?.kept).toEqual([kept(1, 'taken')])
    await release()
  })

  test('[ST9] a folder that another process has open is refused with a sentence', async () => {
    const folder = await temporaryFolder()
    const store = await openLevelStore(folder)
    await expect(openLevelStore(folder)).rejects.toMatchObject({
      code: 'in-use',
      message: expect.stringMatching(/in use/),
    })
    await store.close()
  })

  test('[ST10] data of a newer format is refused with a sentence, and left alone', async () => {
    const folder = await temporaryFolder()
    await (await openLevelStore(folder)).close()
    const db = new ClassicLevel(folder)
    await db.put('format', String(FORMAT + 1))
    await db.close()
    await expect(openLevelStore(folder)).rejects.toMatchObject({
      code: 'newer-format',
      message: expect.stringMatching(/^[^\n]*newer Plenary[^\n]*\.$/) as string,
    })
    await db.open()
    expect(await db.get('format')).toBe(String(FORMAT + 1))
    await db.close()
  })

  test.each([
    ['a format that is none', { format: 'x' }, /^The data in \S+ has the format “x”, which no Plenary writes\.$/],
    ['data that names no format', { song: 'la' }, /^The data in \S+ names no format: [^\n]*\.$/],
  ])('[ST10] %s is refused with a sentence, and left alone', async (_what, data, sentence) => {
    const folder = await temporaryFolder()
    const db = new ClassicLevel(folder)
    for (const [key, value] of Object.entries(data)) await db.put(key, value)
    await db.close()
    await expect(openLevelStore(folder)).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(sentence) as string,
    })
    await db.open()
    expect(Object.fromEntries(await db.iterator().all())).toEqual(data)
    await db.close()
  })
})
