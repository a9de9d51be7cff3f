import { beforeEach, describe, expect, test } from 'vitest'

import type { Saving } from '../connection/index.ts'
import { createStage, type Stage } from '../ui/testing/stage.ts'
import { SavingStatus } from './saving-status.tsx'

const SAVED: Saving = { state: 'saved', at: null }
const SAVING: Saving = { state: 'saving', changes: 1, kept: true }
const OFFLINE: Saving = { state: 'offline', changes: 1, kept: true }

describe('the state of saving', () => {
  let stage: Stage
  const show = (saving: Saving) => stage.show(<SavingStatus saving={saving} />)
  const live = () => document.querySelector('output')?.getAttribute('aria-live')

  beforeEach(() => {
    stage = createStage()
  })

  test('is not spoken while somebody types', async () => {
    for (const saving of [SAVED, SAVING, SAVED, SAVING]) {
      await show(saving)
      expect(live()).toBe('off')
    }
  })

  test('is spoken when the connection goes and when everything is saved again, and then no more', async () => {
    await show(SAVED)
    await show(OFFLINE)
    expect(live()).toBe('polite')
    await show(SAVING)
    await show(SAVED)
    expect(live()).toBe('polite')
    await show(SAVING)
    expect(live()).toBe('off')
  })
})
