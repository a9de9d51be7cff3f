import type { PollTerms } from '@plenary/shared/ledger'
import { act } from 'react'
import { describe, expect, test } from 'vitest'

import { Stack } from './stack.tsx'
import { control, fill, type LiveStage, press, showing, type StageOptions, text } from './testing/stage.tsx'

const TERMS: PollTerms = {
  block: null,
  question: 'Advance to phase 2?',
  options: ['SF', 'F', 'N', 'A', 'SA'],
  shows: 'live',
  secret: false,
  guests: true,
}

async function voting(options: StageOptions = {}, terms: Partial<PollTerms> = {}) {
  const stage = await showing(<Stack />, options)
  await stage.does(stage.bob, { do: 'open-poll', terms: { ...TERMS, ...terms } })
  return stage
}

const key = (key: string, target: EventTarget = document.body) =>
  act(async () => void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))
const options = () => [...document.querySelectorAll('[role=radio]')]
const chosen = () => options().findIndex((option) => option.getAttribute('aria-checked') === 'true')
const pollOf = ({ state }: LiveStage) => state().polls[0]?.poll ?? ''
const ballot = (stage: LiveStage) => stage.record.ledger.ballots(pollOf(stage)).get(stage.me)?.choice

describe('an open poll', () => {
  test('shows at once its question and its options in whole words', async () => {
    await voting()
    expect(text('h2')).toBe('Advance to phase 2?')
    expect(options().map((option) => option.querySelector('.choice-words')?.textContent)).toEqual([
      'Strongly in favour',
      'In favour',
      'Neutral',
      'Against',
      'Strongly against',
    ])
  })

  test('is voted in by one press, which may be changed', async () => {
    const stage = await voting()
    await press(/In favour/)
    expect(ballot(stage)).toBe(1)
    expect(chosen()).toBe(1)
    await press(/Neutral/)
    expect(ballot(stage)).toBe(2)
    expect(chosen()).toBe(2)
  })

  test('takes the number keys, but not those that somebody types', async () => {
    const stage = await voting()
    const field = document.body.appendChild(document.createElement('input'))
    await key('1', field)
    expect(ballot(stage)).toBeUndefined()
    await key('2')
    expect(ballot(stage)).toBe(1)
    await key('9')
    expect(ballot(stage)).toBe(1)
  })

  test('is one group of radios, where the arrows lead on without voting', async () => {
    const stage = await voting()
    expect(options().filter((option) => (option as HTMLElement).tabIndex === 0).length).toBe(1)
    const [first, second] = options() as HTMLElement[]
    first?.focus()
    if (first !== undefined) await key('ArrowDown', first)
    expect(document.activeElement).toBe(second)
    expect(ballot(stage)).toBeUndefined()
  })

  test('counts live where it was opened so, and hides the counts else', async () => {
    const stage = await voting()
    const counts = () =>
      options()
        .map((option) => option.querySelector('.choice-count')?.textContent)
        .join(' ')
    const poll = pollOf(stage)
    const cem = stage.record.somebody('Cem', 'participant', 'github')
    const dan = stage.record.somebody('Dan', 'participant', 'github')
    for (const who of [stage.bob, cem]) await stage.does(who, { do: 'vote', poll, choice: 1 })
    await stage.hears()
    expect(counts()).toBe('0 0 0 0 0')
    expect(text('.poll-turnout')).toContain('2 not counted yet')
    await stage.does(dan, { do: 'vote', poll, choice: 3 })
    await press(/Neutral/)
    await stage.hears()
    expect(counts()).toBe('0 2 1 1 0')
    await voting({}, { secret: true, shows: 'at-close' })
    expect(document.querySelector('.choice-count')).toBeNull()
    expect(text('.poll-terms')).toContain('Secret')
  })

  test('says who of those who are here has not voted', async () => {
    const stage = await voting()
    await stage.does(stage.bob, { do: 'check-in', as: 'present' })
    expect(text('.poll-turnout')).toContain('0 of 1 voted')
    expect(text('.poll-turnout details')).toContain('Bob')
    await stage.does(stage.bob, { do: 'vote', poll: pollOf(stage), choice: 0 })
    await stage.hears()
    expect(text('.poll-turnout')).toBe('1 of 1 voted; 1 not counted yet')
  })

  test('marks a guest who has not voted, and waits for none who may not', async () => {
    const stage = await voting()
    const gus = stage.record.somebody('Gus', 'participant', 'guest')
    await stage.does(gus, { do: 'check-in', as: 'present' })
    expect(text('.poll-turnout details p')).toBe('Gus (guest)')
    const other = await voting({}, { guests: false })
    await other.does(other.record.somebody('Gus', 'participant', 'guest'), { do: 'check-in', as: 'present' })
    await other.does(other.bob, { do: 'check-in', as: 'present' })
    expect(text('.poll-turnout details p')).toBe('Bob')
  })

  test('lets no guest vote where guests do not, nor a reader', async () => {
    await voting({ kind: 'guest' }, { guests: false })
    expect(options()).toEqual([])
    expect(text()).toContain('Guests do not vote')
    await voting({ role: 'reader' })
    expect(options()).toEqual([])
  })

  test('asks who is against it why, and sends nothing until they press the button', async () => {
    const stage = await voting()
    await press(/In favour/)
    expect(document.querySelector('textarea')).toBeNull()
    await press(/^Against|Against/)
    await fill('Say why', 'Too early')
    expect(stage.state().polls[0]?.reasons).toEqual([])
    await press('Send it to the minutes')
    expect(stage.state().polls[0]?.reasons).toEqual([{ name: 'Ann', text: 'Too early' }])
  })

  test('that is closed before a reason is sent says so, and gives it back', async () => {
    const stage = await voting({}, { secret: true, shows: 'at-close' })
    await stage.waits(1)
    const poll = stage.record.ledger.state.polls[0]?.poll ?? ''
    await press(/^Against|Against/)
    await fill('Say why', 'Too early')
    await stage.does(stage.bob, { do: 'end-voting', poll })
    expect(document.querySelector('textarea')).toBeNull()
    const sentence =
      'The vote was closed before you sent your reason. Tell it to the note taker, if you like: “Too early”'
    expect(text('.card')).toContain(sentence)
    await stage.does(stage.bob, { do: 'close-poll', poll, outcome: { kind: 'consensus', sentence: '' } })
    expect(text('.card')).toContain(sentence)
    const late = await act(() => stage.session.ledger.command({ do: 'give-reason', poll, text: 'Too early' }))
    expect(late).toMatchObject({ ok: false, message: expect.stringContaining('closed before your reason came') })
  })

  test('that is closed after a reason was sent has nothing to say of it', async () => {
    const stage = await voting({}, { secret: true, shows: 'at-close' })
    await stage.waits(1)
    const poll = stage.record.ledger.state.polls[0]?.poll ?? ''
    await press(/^Against|Against/)
    await fill('Say why', 'Too early')
    await press('Send it to the minutes')
    await stage.does(stage.bob, { do: 'close-poll', poll, outcome: { kind: 'consensus', sentence: '' } })
    expect(text('.card')).toContain('Too early')
    expect(text('.card')).not.toContain('before you sent')
  })

  test('is closed only with an outcome that somebody states', async () => {
    const stage = await voting({ role: 'chair' })
    // What ended before this page came is no news to it.
    await stage.waits(1)
    await press(/Against/)
    await press('Close the vote')
    expect(stage.state().polls[0]?.count).toBeNull()
    await press('Count the votes')
    const dialog = document.querySelector('dialog')
    expect(dialog?.textContent).toContain('A1')
    const submit = () => [...(dialog?.querySelectorAll('button') ?? [])].find(({ type }) => type === 'submit')
    expect(submit()?.disabled).toBe(true)
    await press('Consensus')
    await fill('In a sentence', 'Advance')
    await act(async () => submit()?.click())
    expect(stage.state().polls[0]?.result?.outcome).toEqual({ kind: 'consensus', sentence: 'Advance' })
    expect(text('.card')).toContain('Consensus: Advance')
    await press('Put it away')
    expect(document.querySelector('.card')).toBeNull()
  })

  test('takes the count of the room from whoever runs it, and nobody else', async () => {
    const stage = await voting({ role: 'note-taker' })
    await press('Count the room')
    await fill('In the room: In favour', '7')
    await press('Set the count')
    expect(stage.state().polls[0]?.room).toEqual([0, 7, 0, 0, 0])
    expect(text('.poll-turnout')).toContain('7 in the room')
    await voting()
    expect(() => control('Count the room')).toThrow('there is no')
  })
})
