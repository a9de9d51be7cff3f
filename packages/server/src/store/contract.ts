import { SERVER } from '@plenary/shared/ledger'
import { PLAIN } from '@plenary/shared/style'
import { expect, test } from 'vitest'

import type { Kept, LogEntry, MeetingRecord, NewMeeting, Store } from './store.ts'

/** A store under test, on a place of its own. */
export interface Trial {
  readonly store: Store
  /** Makes the next write fail as a full disk would, without anything of it being kept. */
  readonly failNextWrite: () => void
  /** Closes the store and opens what it left behind; a store without a disk gives itself. */
  readonly reopen: () => Promise<Store>
}

/** What every store promises; the rules are those of SPEC.md. */
export function storeContract(begin: () => Promise<Trial>): void {
  test('[ST1] a meeting is created whole: its record, its seed and the imported text', async () => {
    const { store, reopen } = await begin()
    await store.create(meeting('a', { base: bytes('# Minutes') }))
    const again = await reopen()
    expect(await again.meeting('a')).toEqual(record('a', 'hash'))
    expect(await again.load('a')).toEqual({ snapshot: bytes('seed of a'), through: 0, tail: [] })
    expect(text(await again.base('hash'))).toBe('# Minutes')
    expect(await again.meeting('b')).toBeUndefined()
  })

  test('[ST1] creating a meeting twice is an error, and changes nothing', async () => {
    const { store } = await begin()
    await store.create(meeting('a'))
    await expect(store.create({ ...meeting('a'), state: bytes('other') })).rejects.toThrow('only once')
    expect((await store.load('a'))?.snapshot).toEqual(bytes('seed of a'))
  })

  test('[ST19] what is known of people is written whole or not at all, and found again by the beginning of its key', async () => {
    const { store, failNextWrite, reopen } = await begin()
    await store.register.put(
      new Map<string, unknown>([
        ['person!a', { name: 'Ann' }],
        ['person!ab', { name: 'Abe' }],
        ['personal!a', 1],
        ['grant!a!server', 'chair'],
      ]),
    )
    failNextWrite()
    const failed = store.register.put(new Map([['person!a', undefined]]))
    await expect(failed).rejects.toThrow('cannot write to its disk')
    await store.register.put(
      new Map<string, unknown>([
        ['grant!a!server', undefined],
        ['person!b', { name: 'Bob' }],
      ]),
    )
    const { register } = await reopen()
    expect(await register.get('person!a')).toEqual({ name: 'Ann' })
    expect(await register.get('person!c')).toBeUndefined()
    expect(await register.get('grant!a!server')).toBeUndefined()
    expect([...(await register.under('person!')).keys()]).toEqual(['person!a', 'person!ab', 'person!b'])
    expect([...(await register.under('person!a'))]).toEqual([
      ['person!a', { name: 'Ann' }],
      ['person!ab', { name: 'Abe' }],
    ])
  })

  test('[ST19] who has read what is known of people finds what has been written since, and nothing that was refused', async () => {
    const { store, failNextWrite } = await begin()
    const { register } = store
    const read = async (): Promise<unknown[]> => [
      await register.get('grant!a!server!1'),
      ...(await Promise.all(
        ['grant!', 'grant!a!', 'grant!b!'].map(async (start) => (await register.under(start)).size),
      )),
    ]
    expect(await read()).toEqual([undefined, 0, 0, 0])
    failNextWrite()
    await expect(register.put(new Map([['grant!a!server!1', 'chair']]))).rejects.toThrow('cannot write to its disk')
    expect(await read()).toEqual([undefined, 0, 0, 0])
    await register.put(new Map([['grant!a!server!1', 'chair']]))
    expect(await read()).toEqual(['chair', 1, 1, 0])
    await register.put(new Map([['grant!b!server!1', 'chair']]))
    expect(await read()).toEqual(['chair', 2, 1, 1])
    await register.put(new Map([['grant!a!server!1', undefined]]))
    expect(await read()).toEqual([undefined, 1, 0, 1])
  })

  test('[ST20] whose a client of Yjs is, is stored in one step with what was written under it', async () => {
    const { store, failNextWrite, reopen } = await begin()
    await store.create(meeting('a'))
    await store.create(meeting('ab'))
    await store.append(
      'a',
      [bytes('1')],
      undefined,
      new Map([
        [7, 'ann'],
        [2 ** 32 - 1, 'bob'],
      ]),
    )
    failNextWrite()
    await expect(store.append('a', [bytes('2')], undefined, new Map([[8, 'cem']]))).rejects.toThrow('cannot write')
    await store.append('a', [bytes('3')])
    const again = await reopen()
    expect(await again.owners('a')).toEqual(
      new Map([
        [7, 'ann'],
        [2 ** 32 - 1, 'bob'],
      ]),
    )
    expect(await again.owners('ab')).toEqual(new Map())
    expect(texts((await again.load('a'))?.tail)).toEqual(['1', '3'])
  })

  test('[ST2] when a write fails it says so, and nothing of it is there', async () => {
    const { store, failNextWrite, reopen } = await begin()
    await store.create(meeting('a'))
    failNextWrite()
    await expect(store.append('a', [bytes('1'), bytes('2')])).rejects.toThrow('cannot write to its disk')
    failNextWrite()
    await expect(store.create(meeting('b', { base: bytes('text') }))).rejects.toThrow('cannot write to its disk')
    failNextWrite()
    await expect(store.compact('a', { snapshot: bytes('new') }, 0 + 1)).rejects.toThrow('cannot write to its disk')
    const again = await reopen()
    expect(await again.load('a')).toEqual({ snapshot: bytes('seed of a'), through: 0, tail: [] })
    expect(await again.meeting('b')).toBeUndefined()
    expect(await again.load('b')).toBeUndefined()
    expect(await again.base('hash')).toBeUndefined()
  })

  test('[ST2] a store whose write failed takes the next one', async () => {
    const { store, failNextWrite } = await begin()
    await store.create(meeting('a'))
    failNextWrite()
    await expect(store.append('a', [bytes('1')])).rejects.toThrow('cannot write to its disk')
    await store.append('a', [bytes('2')])
    expect(texts((await store.load('a'))?.tail)).toEqual(['2'])
  })

  test('[ST3] meetings whose ids share a prefix never mix', async () => {
    const { store } = await begin()
    for (const id of ['wg', 'wg-2', 'wg2', 'w']) await store.create(meeting(id))
    await Promise.all(['wg', 'wg-2', 'wg2', 'w'].map((id) => store.append(id, [bytes(`in ${id}`)])))
    await store.compact('wg', { snapshot: bytes('compacted') }, 1)
    expect(texts((await store.load('wg'))?.tail)).toEqual([])
    for (const id of ['wg-2', 'wg2', 'w']) expect(texts((await store.load(id))?.tail)).toEqual([`in ${id}`])
  })

  test('[ST4] the log gives back what was appended, in order, after reopening too', async () => {
    const { store, reopen } = await begin()
    await store.create(meeting('a'))
    const written = Array.from({ length: 300 }, (_, index) => `update ${index}`)
    const appended = written.map((text) => store.append('a', [bytes(text)]))
    const sequences = await Promise.all(appended)
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
    expect(new Set(sequences).size).toBe(300)
    expect(texts((await store.load('a'))?.tail)).toEqual(written)
    const again = await reopen()
    const next = await again.append('a', [bytes('after'), bytes('reopening')])
    expect(next).toBeGreaterThan(sequences.at(-1) ?? 0)
    expect(texts((await again.load('a'))?.tail)).toEqual([...written, 'after', 'reopening'])
  })

  test('[ST4] appending to a meeting that does not exist is an error', async () => {
    const { store } = await begin()
    await expect(store.append('nobody', [bytes('1')])).rejects.toThrow('no meeting')
  })

  test('[ST11] the head of a log moves with what is stored, and with nothing else', async () => {
    const { store, failNextWrite, reopen } = await begin()
    expect(await store.head('a')).toBeUndefined()
    await store.create(meeting('a'))
    expect(await store.head('a')).toBe(0)
    const sequence = await store.append('a', [bytes('1'), bytes('2')])
    expect(await store.head('a')).toBe(sequence)
    failNextWrite()
    await expect(store.append('a', [bytes('3')])).rejects.toThrow('cannot write to its disk')
    expect(await store.head('a')).toBe(sequence)
    await store.compact('a', { snapshot: bytes('1 and 2') }, sequence)
    const again = await reopen()
    expect(await again.head('a')).toBe(sequence)
    expect(await again.append('a', [bytes('4')])).toBe(await again.head('a'))
  })

  test('[ST5] compaction puts the new snapshot in the place of exactly what it holds', async () => {
    const { store, reopen } = await begin()
    await store.create(meeting('a'))
    const through = await store.append('a', [bytes('1'), bytes('2')])
    await store.append('a', [bytes('3')])
    const appended = [store.append('a', [bytes('4')])]
    await Promise.all([
      store.compact('a', { snapshot: bytes('1 and 2') }, through),
      ...appended,
      store.append('a', [bytes('5')]),
    ])
    const again = await reopen()
    const loaded = await again.load('a')
    expect(loaded?.snapshot).toEqual(bytes('1 and 2'))
    expect(loaded?.through).toBe(through)
    expect(texts(loaded?.tail)).toEqual(['3', '4', '5'])
    expect(await again.append('a', [bytes('6')])).toBeGreaterThan(through + 3)
  })

  test('[ST5] an older snapshot never takes the place of a newer one', async () => {
    const { store } = await begin()
    await store.create(meeting('a'))
    const first = await store.append('a', [bytes('1')])
    const second = await store.append('a', [bytes('2')])
    await store.compact('a', { snapshot: bytes('newer') }, second)
    await store.compact('a', { snapshot: bytes('older') }, first)
    expect((await store.load('a'))?.snapshot).toEqual(bytes('newer'))
  })

  test('[ST5] an outline comes back with the snapshot it was made for, and with no other', async () => {
    const { store, reopen } = await begin()
    await store.create(meeting('a'))
    const first = await store.append('a', [bytes('1')])
    await store.compact('a', { snapshot: bytes('one'), outline: bytes('of one') }, first)
    const again = await reopen()
    expect(await again.load('a')).toMatchObject({ snapshot: bytes('one'), outline: bytes('of one') })
    const second = await again.append('a', [bytes('2')])
    await again.compact('a', { snapshot: bytes('two') }, second)
    expect((await again.load('a'))?.outline).toBeUndefined()
  })

  test('[ST5] sequences go on where they were when the log was compacted away', async () => {
    const { store, reopen } = await begin()
    await store.create(meeting('a'))
    const through = await store.append('a', [bytes('1')])
    await store.compact('a', { snapshot: bytes('1') }, through)
    const again = await reopen()
    expect(await again.append('a', [bytes('2')])).toBeGreaterThan(through)
    expect(texts((await again.load('a'))?.tail)).toEqual(['2'])
  })

  test('[ST6] the list is newest first, and shows what was described last', async () => {
    const { store, reopen } = await begin()
    await store.create(meeting('a', { createdAt: '2026-01-01T00:00:00.000Z' }))
    await store.create(meeting('c', { createdAt: '2026-03-01T00:00:00.000Z' }))
    await store.create(meeting('b', { createdAt: '2026-02-01T00:00:00.000Z' }))
    await store.describe('b', { title: 'Weekly', updatedAt: '2026-04-01T00:00:00.000Z' })
    const listed = await (await reopen()).meetings()
    expect(listed.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
    expect(listed[1]).toMatchObject({ title: 'Weekly', updatedAt: '2026-04-01T00:00:00.000Z', name: 'name of b' })
  })

  test('[ST12] the style of a meeting is replaced and taken away, and nothing else of it changes', async () => {
    const { store, reopen } = await begin()
    await store.create(meeting('a', { base: bytes('# Minutes') }))
    const described = { title: 'Weekly', updatedAt: '2026-04-01T00:00:00.000Z' }
    await Promise.all([store.restyle('a', { ...PLAIN, name: 'Ours' }), store.describe('a', described)])
    const again = await reopen()
    expect(await again.meeting('a')).toEqual({
      ...record('a', 'hash'),
      ...described,
      style: { ...PLAIN, name: 'Ours' },
    })
    await again.restyle('a', undefined)
    expect(await again.meeting('a')).toEqual({ ...record('a', 'hash'), ...described })
    await expect(again.restyle('nobody', PLAIN)).rejects.toThrow('no meeting')
  })

  test('[ST7] an entry in quarantine is out of the log, and the others stay', async () => {
    const { store, reopen } = await begin()
    await store.create(meeting('a'))
    const [first, bad] = [await store.append('a', [bytes('1')]), await store.append('a', [bytes('bad')])]
    await store.append('a', [bytes('3')])
    expect(bad).toBeGreaterThan(first)
    await store.quarantine('a', [bad])
    expect(texts((await (await reopen()).load('a'))?.tail)).toEqual(['1', '3'])
  })

  test('[ST16] a ledger gives back what was entered, in order, with what stays beside it, after reopening too', async () => {
    const { store, reopen } = await begin()
    for (const id of ['wg', 'wg-2']) await store.create(meeting(id))
    expect(await store.ledger('wg')).toEqual({ kept: [], reasons: [], inscribed: 0 })
    expect(await store.ledger('nobody')).toBeUndefined()
    const secret = { ...kept(2), ballot: { poll: 'p', person: 'ann', choice: 3, affiliation: null, salt: 'salt' } }
    await store.enter('wg', [kept(1)])
    await store.enter('wg', [secret, kept(3)])
    await store.enter('wg-2', [kept(1, 'other')])
    const again = await reopen()
    for (let sequence = 4; sequence <= 300; sequence++) await again.enter('wg', [kept(sequence)])
    const all = Array.from({ length: 300 }, (_, index) => (index === 1 ? secret : kept(index + 1)))
    const last = await reopen()
    expect((await last.ledger('wg'))?.kept).toEqual(all)
    expect((await last.ledger('wg-2'))?.kept).toEqual([kept(1, 'other')])
    const reasons = [{ poll: 'p', person: 'ann', text: 'Too soon.' }]
    await last.enter('wg', [], reasons)
    await last.enter('wg', [kept(301)])
    expect(await last.ledger('wg')).toMatchObject({ kept: { length: 301 }, reasons })
    expect((await last.ledger('wg-2'))?.reasons).toEqual([])
    await last.enter('wg', [kept(302)], [])
    expect((await last.ledger('wg'))?.reasons).toEqual([])
    await expect(last.enter('nobody', [kept(1)])).rejects.toThrow('no meeting')
  })

  test('[ST17] what came about together is entered together or not at all, and what is confirmed is never replaced', async () => {
    const { store, failNextWrite, reopen } = await begin()
    await store.create(meeting('a'))
    await store.enter('a', [kept(1)])
    failNextWrite()
    await expect(store.enter('a', [kept(2), kept(3)])).rejects.toThrow('cannot write to its disk')
    expect((await store.ledger('a'))?.kept).toEqual([kept(1)])
    await store.enter('a', [kept(2, 'another')])
    await expect(store.enter('a', [kept(2)])).rejects.toThrow('only once')
    await expect(store.enter('a', [kept(1), kept(2), kept(3)])).rejects.toThrow('only once')
    expect((await (await reopen()).ledger('a'))?.kept).toEqual([kept(1), kept(2, 'another')])
  })

  test('[ST18] how far the ledger is inscribed is stored with the update that does it, or alone', async () => {
    const { store, failNextWrite, reopen } = await begin()
    await store.create(meeting('a'))
    await store.append('a', [bytes('1')], 7)
    failNextWrite()
    await expect(store.append('a', [bytes('2')], 8)).rejects.toThrow('cannot write to its disk')
    expect(await (await reopen()).ledger('a')).toEqual({ kept: [], reasons: [], inscribed: 7 })
    const again = await reopen()
    await again.append('a', [], 9)
    await again.append('a', [bytes('3')])
    expect(await (await reopen()).ledger('a')).toEqual({ kept: [], reasons: [], inscribed: 9 })
    expect(texts((await (await reopen()).load('a'))?.tail)).toEqual(['1', '3'])
  })
}

function kept(sequence: number, command = 'command'): Kept {
  const event = { type: 'meeting-begun' } as const
  const time = '2026-01-01T00:00:00.000Z'
  return { entry: { sequence, time, actor: SERVER, command, event, previous: 'before', hash: 'after' } }
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function text(of: Uint8Array | undefined): string {
  return new TextDecoder().decode(of)
}

function texts(tail: readonly LogEntry[] | undefined): string[] {
  return (tail ?? []).map(({ update }) => text(update))
}

function record(id: string, base: string | null, createdAt = '2026-01-01T00:00:00.000Z'): MeetingRecord {
  return { id, name: `name of ${id}`, title: `title of ${id}`, createdAt, updatedAt: createdAt, epoch: 'e', base }
}

function meeting(id: string, { base, createdAt }: { base?: Uint8Array; createdAt?: string } = {}): NewMeeting {
  const state = bytes(`seed of ${id}`)
  return { record: record(id, base ? 'hash' : null, createdAt), state, ...(base && { base }) }
}
