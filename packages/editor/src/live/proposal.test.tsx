import { describe, expect, test } from 'vitest'

import { NoteTakingPanel } from './note-taking.tsx'
import { Stack } from './stack.tsx'
import { control, liveStage, press, text } from './testing/stage.tsx'

const past = [
  { name: 'Bob', date: '2027-04-20', minutes: 60 },
  { name: 'Ann', date: '2027-04-06', minutes: 60 },
]

async function page(role: 'participant' | 'chair' = 'participant') {
  const stage = await liveStage({ role, past })
  await stage.does(stage.bob, { do: 'check-in', as: 'present' })
  await stage.session.ledger.command({ do: 'check-in', as: 'present' })
  await stage.show(
    <>
      <NoteTakingPanel />
      <Stack />
    </>,
  )
  return stage
}

describe('the rotation', () => {
  test('proposes whoever took notes longest ago, with the fact that speaks for it', async () => {
    await page()
    expect(text('.proposal')).toContain('Next in line: you last took notes 6 Apr')
  })

  test('goes on to the next when somebody lets it pass', async () => {
    const stage = await page()
    await press('Pass to the next')
    expect([...stage.state().passed].length).toBe(1)
    expect(text('.proposal')).toContain('Next in line: Bob last took notes 20 Apr')
    expect(() => control('Pass to the next')).toThrow('there is no')
  })

  test('lets whoever runs the meeting pass for somebody', async () => {
    const stage = await page('chair')
    await press('Pass to the next')
    await press('Pass to the next')
    expect(stage.state().passed.size).toBe(2)
  })

  test('asks nobody who would rather not be asked', async () => {
    const stage = await page()
    await press('Do not propose me')
    expect(stage.state().exempt.size).toBe(1)
    expect(text('.proposal')).toContain('Next in line: Bob')
  })

  test('asks the next in line by a card while nobody takes notes of a running meeting', async () => {
    const stage = await page()
    expect(document.querySelector('.card')).toBeNull()
    await stage.does(stage.bob, { do: 'begin-meeting' })
    expect(text('.card h2')).toBe('Would you take the notes?')
    await press('Pass')
    expect(document.querySelector('.card')).toBeNull()
  })
})
