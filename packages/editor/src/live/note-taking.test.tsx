import { describe, expect, test } from 'vitest'

import { NoteTakingPanel } from './note-taking.tsx'
import { Stack } from './stack.tsx'
import { control, type LiveStage, press, showing, type StageOptions, text } from './testing/stage.tsx'

const PAGE = (
  <>
    <NoteTakingPanel />
    <Stack />
  </>
)

const page = (options?: StageOptions) => showing(PAGE, options)
const takers = ({ state }: LiveStage) => state().noteTakers.map(({ name }) => name)

describe('taking notes', () => {
  test('begins with one press where nobody does', async () => {
    const stage = await page()
    expect(text()).toContain('Nobody takes notes yet.')
    await press('Take notes')
    expect(takers(stage)).toEqual(['Ann'])
    expect(text()).toContain('Ann (you) take notes.')
  })

  test('goes on beside somebody else, or after asking them', async () => {
    const stage = await page()
    await stage.does(stage.bob, { do: 'take-over' })
    await press('Take notes as well')
    expect(takers(stage)).toEqual(['Bob', 'Ann'])
  })

  test('that somebody wants to take over comes about after a few seconds, unless the other says no', async () => {
    const stage = await page()
    await stage.does(stage.bob, { do: 'take-over' })
    await press('Take over from Bob')
    expect(text('.handover-card')).toContain('You take the notes over from Bob')
    await stage.waits(6)
    expect(takers(stage)).toEqual(['Ann'])
  })

  test('is asked of whoever takes notes, and given by one press or kept', async () => {
    const stage = await page()
    await press('Take notes')
    await stage.does(stage.bob, { do: 'take-over', from: stage.me })
    expect(text('.handover-card h2')).toBe('Bob would like to take the notes')
    await press('Not now')
    expect(takers(stage)).toEqual(['Ann'])
    await stage.does(stage.bob, { do: 'take-over', from: stage.me })
    await press('Hand over')
    expect(takers(stage)).toEqual(['Bob'])
  })

  test('is handed over to those who are here, who agree', async () => {
    const stage = await page()
    await press('Take notes')
    expect(text()).toContain('Nobody else has checked in')
    await stage.does(stage.bob, { do: 'check-in', as: 'present' })
    await press('Hand over to Bob')
    await stage.does(stage.bob, {
      do: 'answer-handover',
      handover: stage.state().handover?.handover ?? '',
      agree: true,
    })
    expect(takers(stage)).toEqual(['Bob'])
  })

  test('that others hand to each other is no card here', async () => {
    const stage = await page()
    const cem = stage.record.somebody('Cem', 'participant')
    await stage.does(stage.bob, { do: 'take-over' })
    await stage.does(cem, { do: 'take-over', from: stage.bob.id })
    expect(document.querySelector('.handover-card')).toBeNull()
  })

  test('is not for readers', async () => {
    await page({ role: 'reader' })
    expect(() => control('Take notes')).toThrow('there is no')
  })
})
