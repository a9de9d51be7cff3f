import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'

import { answering } from '../testing/answers.ts'
import { TakeChair } from './take-chair.tsx'
import { control, press, showing } from './testing/stage.tsx'

afterEach(() => vi.unstubAllGlobals())

async function offeredOn(access: 'open' | 'invited') {
  answering({ 'GET /api/me': () => ({ json: { person: null, administrator: false, access, providers: [] } }) })
  const stage = await showing(<TakeChair />)
  await act(() => new Promise<void>((resolve) => void setTimeout(resolve)))
  return stage
}

test('the chair is taken on an open server, where nobody has it', async () => {
  const stage = await offeredOn('open')
  stage.record.ledger.chairs = []
  await press('Take the chair')
  expect([...stage.state().roles.values()]).toEqual(['chair'])
  expect(() => control('Take the chair')).toThrow('there is no')
})

test('it is not offered where the server would refuse it', async () => {
  await offeredOn('invited')
  expect(() => control('Take the chair')).toThrow('there is no')
})
