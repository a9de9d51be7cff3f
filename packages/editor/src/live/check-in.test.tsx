import { describe, expect, test } from 'vitest'

import { CheckIn } from './check-in.tsx'
import { openPopovers } from './testing/popover.ts'
import { type LiveStage, press, showing, type StageOptions, text } from './testing/stage.tsx'

const attendance = ({ state }: LiveStage) =>
  state().attendance.map(({ attendee, as, left }) => [attendee.name, as, left !== null])

const page = (options?: StageOptions) => showing(<CheckIn />, options)

describe('checking in', () => {
  test('takes one tap', async () => {
    const stage = await page()
    await press('I’m here')
    expect(attendance(stage)).toEqual([['Ann', 'present', false]])
    expect(text('.check-in')).toBe('Here')
  })

  test('can be made more exact, and taken back', async () => {
    const stage = await page()
    await press('I’m here')
    await openPopovers()
    await press('I came late')
    expect(attendance(stage)).toEqual([['Ann', 'late', false]])
    await press('Take me off the list')
    expect(attendance(stage)).toEqual([])
  })

  test('leaving and coming back keeps how one is there', async () => {
    const stage = await page()
    await press('I’m here')
    await openPopovers()
    await press('I only observe')
    await press('I have to leave')
    expect(attendance(stage)).toEqual([['Ann', 'observer', true]])
    await press('I’m back')
    expect(attendance(stage)).toEqual([['Ann', 'observer', false]])
  })

  test('is not for readers, and not after the end', async () => {
    await page({ role: 'reader' })
    expect(document.querySelector('.check-in')).toBeNull()
    const stage = await page()
    await stage.does(stage.bob, { do: 'begin-meeting' })
    await stage.does(stage.bob, { do: 'end-meeting', notReached: [] })
    expect(document.querySelector('.check-in')).toBeNull()
  })
})
