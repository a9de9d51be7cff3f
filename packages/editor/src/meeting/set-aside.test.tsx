import { seedUpdate } from '@plenary/shared/document'
import { parse } from '@plenary/shared/markdown'
import { IDBFactory } from 'fake-indexeddb'
import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { putAside, readAside } from '../connection/aside.ts'
import { copyName } from '../connection/index.ts'
import { control, press, text } from '../live/testing/stage.tsx'
import { createStage } from '../ui/testing/stage.ts'
import { SetAside } from './set-aside.tsx'

const MEETING = { id: 'abcdefghijklmnopqrstuvwxyz', epoch: 'e1' }
const NAME = copyName(MEETING)

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => vi.unstubAllGlobals())

const show = () => createStage().show(<SetAside {...MEETING} />)

test('what the server did not take is offered after a reload, to copy and to discard', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve())
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  await putAside(NAME, seedUpdate(parse('# Call\n\nMy own words.\n')))
  await show()
  await vi.waitFor(async () => {
    await act(() => Promise.resolve())
    expect(text()).toContain('did not take some of what you wrote')
  })
  await press('Copy it')
  expect(writeText.mock.calls[0]?.[0]).toContain('My own words.')
  expect(text('output')).toBe('Copied.')
  await press('Discard it')
  expect(text()).toBe('')
  expect(await readAside(NAME)).toEqual([])
})

test('nothing is offered where nothing was set aside, and nothing is left behind by looking', async () => {
  await show()
  await act(async () => expect(await readAside(NAME)).toEqual([]))
  expect(() => control('Copy it')).toThrow('there is no')
  await vi.waitFor(async () => expect(await indexedDB.databases()).toEqual([]))
})
