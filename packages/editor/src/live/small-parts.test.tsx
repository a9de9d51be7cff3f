import { act } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'

import { capturing, markdownOf } from '../capture/testing/capturing.ts'
import { answering } from '../testing/answers.ts'
import { understandingOf } from '../understanding/index.ts'
import { Announcer } from './announcer.tsx'
import { clockWords, countdownWords } from './clock-words.ts'
import { optionWords } from './option-words.ts'
import { PresentDialog } from './present-dialog.tsx'
import { QuickAction } from './quick-action.tsx'
import { Stack } from './stack.tsx'
import { fill, liveStage, press, showing, text } from './testing/stage.tsx'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a clock shows minutes and seconds, and what counts down its last second too', () => {
  expect([0, 59_999, 252_000, 3_852_000, -5].map(clockWords)).toEqual(['0:00', '0:59', '4:12', '1:04:12', '0:00'])
  expect([60_000, 59_001, 1, 0].map(countdownWords)).toEqual(['1:00', '1:00', '0:01', '0:00'])
})

test('the usual labels are said in words, and others as they are', () => {
  expect(['SF', 'sa', '+1', 'Option B'].map(optionWords)).toEqual([
    'Strongly in favour',
    'Strongly against',
    'In favour',
    'Option B',
  ])
})

describe('a screen reader', () => {
  test('hears the first news at once, and what follows within ten seconds as one sentence', async () => {
    const stage = await liveStage()
    await stage.does(stage.bob, { do: 'exempt', exempt: true })
    await stage.show(<Announcer />)
    vi.useFakeTimers()
    await stage.does(stage.bob, { do: 'begin-meeting' })
    await act(() => vi.advanceTimersByTimeAsync(1))
    expect(text('output')).toBe('The meeting has begun.')
    await stage.does(stage.bob, { do: 'check-in', as: 'present' })
    await stage.does(stage.bob, { do: 'take-over' })
    await act(() => vi.advanceTimersByTimeAsync(5_000))
    expect(text('output')).toBe('The meeting has begun.')
    await act(() => vi.advanceTimersByTimeAsync(5_000))
    expect(text('output')).toBe('Bob takes the notes. Bob is here.')
  })
})

test('a screen reader hears nothing of what was before this page came, however late the record tells it', async () => {
  const stage = await showing(<Announcer />)
  vi.useFakeTimers()
  await stage.does(stage.bob, { do: 'exempt', exempt: true })
  stage.record.ledger.now -= 60_000
  await stage.does(stage.bob, { do: 'begin-meeting' })
  await act(() => vi.advanceTimersByTimeAsync(20_000))
  expect(text('output')).toBe('')
})

describe('a whisper', () => {
  test('offers whoever is next to take notes, and goes when they do', async () => {
    const stage = await showing(<Stack />)
    await stage.does(stage.bob, { do: 'begin-meeting' })
    await stage.does(stage.bob, { do: 'open-item', item: { item: 'a', text: 'Glossary' } })
    await act(async () => stage.record.whisper({ whisper: 'nobody-writes', item: 'a', isNoteTaker: false }))
    expect(text('.whisper')).toContain('“Glossary” is being talked about.')
    await press('Take notes')
    expect(stage.state().noteTakers.map(({ name }) => name)).toEqual(['Ann'])
    expect(document.querySelector('.whisper')).toBeNull()
  })

  test('asks the note taker whether to add somebody who speaks, and adds them', async () => {
    const stage = await showing(<Stack />, { role: 'note-taker' })
    await act(async () => stage.record.whisper({ whisper: 'not-checked-in', name: 'Zoe', person: null }))
    await press('Add Zoe')
    expect(stage.state().attendance.map(({ attendee }) => attendee.name)).toEqual(['Zoe'])
    expect(document.querySelector('.whisper')).toBeNull()
  })

  test('asks oneself, and is put away by those who would rather not', async () => {
    const stage = await showing(<Stack />)
    await act(async () => stage.record.whisper({ whisper: 'not-checked-in', name: 'Ann', person: stage.me }))
    expect(text('.whisper h2')).toBe('You are not on the list of those present')
    await press('Put it away')
    expect(document.querySelector('.whisper')).toBeNull()
  })
})

describe('an action item by thumb', () => {
  test('goes behind the last one, in its form', async () => {
    const editor = await capturing('# Call\n\nPresent: Ann Lee\n\n## Actions\n\n- [ ] @ann: read\n\n## Next\n')
    understandingOf(editor)?.now()
    await showing(<QuickAction onClose={() => undefined} />, { editor })
    await fill('What is to be done', 'write it')
    await fill('Who does it', 'Ann Lee')
    await press('Add it')
    await act(() => Promise.resolve())
    expect(markdownOf(editor)).toMatch(/- \[ \] @ann: read\n- \[ \] .*Ann.*write it\n/)
  })

  test('is a line of its own where there are none yet', async () => {
    const editor = await capturing('# Call\n\ntext\n')
    understandingOf(editor)?.now()
    await showing(<QuickAction onClose={() => undefined} />, { editor })
    await fill('What is to be done', 'write it')
    await press('Add it')
    expect(markdownOf(editor)).toMatch(/text\n\n.*write it\n$/)
  })
})

describe('who is here', () => {
  test('is said by the note taker for those who have no page, each by one press', async () => {
    answering({})
    const editor = await capturing('# Call\n\n## Attendees\n\n- Radu Ionescu, Quayside\n')
    understandingOf(editor)?.now()
    const stage = await showing(<PresentDialog onClose={() => undefined} />, { role: 'note-taker', editor })
    await press(/^Radu Ionescu/)
    expect(stage.state().attendance).toMatchObject([{ attendee: { person: null, name: 'Radu Ionescu' } }])
    await press(/^Radu Ionescu/)
    expect(stage.state().attendance[0]?.left).not.toBeNull()
    expect(document.querySelector('.role-choice')).toBeNull()
  })

  test('has for a chair the role of everybody with a page', async () => {
    answering({})
    const stage = await liveStage({ role: 'chair' })
    const cem = stage.record.somebody('Cem')
    await stage.does(cem, { do: 'check-in', as: 'present' })
    await stage.show(<PresentDialog onClose={() => undefined} />)
    const choice = document.querySelector<HTMLSelectElement>('.role-choice')
    await act(async () => {
      if (choice !== null) choice.value = 'reader'
      choice?.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(stage.record.ledger.roleOf(cem.id)).toBe('reader')
  })
})
