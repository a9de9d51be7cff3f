import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { putAside } from './aside.ts'
import { copyName, LocalCopy } from './copy.ts'
import { forgetCopies } from './forget-copies.ts'

const names = async (): Promise<(string | undefined)[]> => (await indexedDB.databases()).map(({ name }) => name)

/** A copy in which so many changes are saved nowhere else; open as in a page. */
async function copyOf(id: string, unsaved: number): Promise<LocalCopy> {
  const copy = new LocalCopy(
    copyName({ id, epoch: 'e' }),
    () => new Uint8Array(),
    () => {},
  )
  await copy.open()
  copy.append(new Uint8Array([0, 0]), unsaved)
  copy.write()
  await vi.waitFor(() => expect(copy.isSettled).toBe(true))
  return copy
}

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => vi.unstubAllGlobals())

describe('whoever leaves a browser', () => {
  test('leaves no minutes in it, but for what is nowhere else', async () => {
    await copyOf('saved', 0)
    await copyOf('unsaved', 2)
    await putAside(copyName({ id: 'refused', epoch: 'e' }), new Uint8Array([0, 0]))
    indexedDB.open('of something else')
    expect(await forgetCopies()).toEqual(new Set(['unsaved', 'refused']))
    expect(await names()).toEqual(['plenary/unsaved/e', 'plenary/refused/e/refused', 'of something else'])
  })

  test('leaves a page that is open without a copy, and it goes on', async () => {
    const copy = await copyOf('open', 0)
    await forgetCopies()
    expect(copy.isKept).toBe(false)
    expect(await names()).toEqual([])
  })

  test('is not kept there by a browser that keeps nothing', async () => {
    vi.stubGlobal('indexedDB', undefined)
    expect(await forgetCopies()).toEqual(new Set())
  })
})
