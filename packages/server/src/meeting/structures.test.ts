import { describe, expect, test, vi } from 'vitest'

import { LensError } from '../markdown/lens.ts'
import { MemoryStore } from '../store/memory.ts'
import { directLens } from '../testing/lens.ts'
import { createMeeting } from './create.ts'
import { Structures } from './structures.ts'

/** Meetings as data over a store in memory, where `append` is somebody's edit. */
async function setUp({ keep = 200, meetings = 1 } = {}) {
  const store = new MemoryStore()
  const lens = directLens()
  const structure = vi.spyOn(lens, 'structure')
  const rooms = {
    head: (id: string) => store.head(id),
    state: async (id: string) => (await store.load(id))?.snapshot,
  }
  const made = Array.from({ length: meetings }, () => createMeeting(store, lens, { markdown: '# Call\n' }))
  const ids = (await Promise.all(made)).map(({ id }) => id)
  const structures = new Structures({ store, lens, rooms, keep })
  const ask = async (index = 0) => {
    const record = await store.meeting(ids.at(index) ?? '')
    return record && structures.of(record)
  }
  return { store, structure, id: ids.at(0) ?? '', ask }
}

describe('a meeting as data', () => {
  test('[HT11] is read from the minutes once, however many ask, until they have changed', async () => {
    const { store, structure, id, ask } = await setUp()
    const asked = await Promise.all([ask(), ask(), ask()])
    expect(asked[2]).toMatchObject({ id, title: 'Call', date: null })
    await ask()
    expect(structure).toHaveBeenCalledTimes(1)
    await store.append(id, [new Uint8Array([0, 0])])
    await ask()
    expect(structure).toHaveBeenCalledTimes(2)
  })

  test('[HT11] is read again after that has failed', async () => {
    const { structure, ask } = await setUp()
    structure.mockRejectedValueOnce(new LensError('it took longer than 30 seconds'))
    await expect(ask()).rejects.toThrow(LensError)
    expect(await ask()).toMatchObject({ title: 'Call' })
  })

  test('[HT11] is remembered of those that are asked for, not of all that there are', async () => {
    const { structure, ask } = await setUp({ keep: 2, meetings: 3 })
    for (const index of [0, 1, 0, 2, 0]) await ask(index)
    expect(structure).toHaveBeenCalledTimes(3)
    await ask(1)
    expect(structure).toHaveBeenCalledTimes(4)
  })
})
