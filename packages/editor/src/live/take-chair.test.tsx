import { expect, test } from 'vitest'

import { TakeChair } from './take-chair.tsx'
import { control, type LiveStage, press, showing } from './testing/stage.tsx'

async function offered(change: (record: LiveStage['record']) => void): Promise<LiveStage> {
  const stage = await showing(<TakeChair />)
  change(stage.record)
  await stage.waits(0)
  return stage
}

test('the chair is taken on an open server, where nobody has it', async () => {
  const stage = await offered(({ ledger }) => void (ledger.chairs = []))
  await press('Take the chair')
  expect([...stage.state().roles.values()]).toEqual(['chair'])
  expect(() => control('Take the chair')).toThrow('there is no')
})

test('it is not offered where the server would refuse it: a chair by a grant, or people who are invited', async () => {
  // Bob has it by a grant, of which the ledger says nothing.
  const stage = await offered(() => {})
  expect(stage.state().roles.size).toBe(0)
  expect(() => control('Take the chair')).toThrow('there is no')
  await offered(({ ledger }) => {
    ledger.chairs = []
    ledger.isOpen = false
  })
  expect(() => control('Take the chair')).toThrow('there is no')
})
