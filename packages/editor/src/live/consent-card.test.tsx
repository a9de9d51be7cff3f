import { describe, expect, test } from 'vitest'

import { ConsentDialog } from './consent-dialog.tsx'
import { ConsentEndCard } from './consent-end-card.tsx'
import { Stack } from './stack.tsx'
import { control, fill, liveStage, press, showing, type StageOptions, text } from './testing/stage.tsx'

async function called(options?: StageOptions) {
  const stage = await showing(<Stack />, options)
  await stage.waits(1)
  await stage.does(stage.bob, { do: 'call-consent', block: null, wording: 'We adopt the charter', seconds: 60 })
  return stage
}

describe('a consent call', () => {
  test('shows its wording and the time that is left by the server’s clock', async () => {
    await called()
    expect(text('.consent-card h2')).toBe('We adopt the charter')
    expect(text('.consent-clock')).toMatch(/^(?:1:00|0:59)$/)
  })

  test('is objected to by one press, and is a vote on the same wording then', async () => {
    const stage = await called()
    await press('I object')
    expect(document.querySelector('.consent-card')).toBeNull()
    expect(text('.poll-card h2')).toBe('We adopt the charter')
    expect(stage.state().consents[0]?.end).toMatchObject({ end: 'objection', name: 'Ann' })
  })

  test('that nobody objects to is agreed, with how many were there', async () => {
    const stage = await called()
    await stage.does(stage.bob, { do: 'check-in', as: 'present' })
    await stage.waits(61)
    expect(text('.card')).toMatch(/Nobody objected: agreed by consent, \d+ present\./)
    await press('Put it away')
    expect(document.querySelector('.card')).toBeNull()
  })

  test('is withdrawn by whoever may call one, and objected to by nobody who only reads', async () => {
    const stage = await called({ role: 'note-taker' })
    await press('Withdraw the call')
    expect(stage.state().consents[0]?.end).toMatchObject({ end: 'withdrawn' })
    expect(text('.card')).toContain('The call was withdrawn.')
    await called({ role: 'reader' })
    expect(() => control('I object')).toThrow('there is no')
  })
})

test('a call whose time ended while nobody could object has lapsed; nobody withdrew it', async () => {
  const stage = await liveStage()
  const call = {
    consent: 'c',
    block: null,
    wording: 'We adopt the charter',
    by: 'Bob',
    caller: null,
    since: '2027-04-27T16:00:00.000Z',
    due: '2027-04-27T16:01:00.000Z',
  }
  const ended = (at: string) =>
    stage.show(<ConsentEndCard call={{ ...call, end: { end: 'withdrawn', at } }} onDismiss={() => undefined} />)
  await ended('2027-04-27T16:00:59.999Z')
  expect(text('.card')).toContain('The call was withdrawn.')
  await ended('2027-04-27T17:00:00.000Z')
  expect(text('.card')).toContain('The call lapsed')
})

test('calling for consent asks for the words and the time', async () => {
  let closed = 0
  const stage = await showing(<ConsentDialog onClose={() => (closed += 1)} />, { role: 'chair' })
  await fill('What is to be agreed', ' We adopt it ')
  await press('Call for consent')
  expect(stage.state().consents).toMatchObject([{ wording: 'We adopt it', block: null }])
  expect(closed).toBe(1)
})
