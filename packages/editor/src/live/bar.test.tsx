import { describe, expect, test, vi } from 'vitest'

import { capturing } from '../capture/testing/capturing.ts'
import { understandingOf } from '../understanding/index.ts'
import { EndDialog } from './end-dialog.tsx'
import { ItemRun } from './item-run.tsx'
import { MeetingMenu } from './meeting-menu.tsx'
import { NoteTakingPanel } from './note-taking.tsx'
import { openPopovers } from './testing/popover.ts'
import { control, type LiveStage, press, showing, text } from './testing/stage.tsx'

const MINUTES = `# Call

Present: Ann, Bob

## Agenda

- Welcome (5 minutes)
- Glossary (10 minutes)

## Notes

ACTION: write it
`

async function page(role: 'chair' | 'participant' = 'chair', minutes = MINUTES) {
  const editor = await capturing(minutes)
  understandingOf(editor)?.now()
  const shown = (
    <>
      <ItemRun />
      <MeetingMenu />
    </>
  )
  return { ...(await showing(shown, { role, editor })), editor }
}

const agenda = ({ state }: Pick<LiveStage, 'state'>) => state().agenda.map(({ text, state }) => [text, state])

describe('running the agenda', () => {
  test('begins with the meeting, and goes from item to item with one press', async () => {
    const stage = await page()
    expect(document.querySelector('.item-run')).toBeNull()
    await press('Begin')
    expect(text('.item-run')).toContain('No item is open')
    await press('Open the first')
    expect(text('.item-text')).toBe('Welcome')
    expect(text('.item-number')).toBe('1/2')
    expect(text('.item-clock')).toMatch(/^[45]:\d\d left$/)
    await press('Next')
    expect(agenda(stage)).toEqual([
      ['Welcome', 'done'],
      ['Glossary', 'open'],
    ])
    await press('Done')
    expect(text('.item-run')).toContain('No item is open')
  })

  test('skips, defers and gives more time', async () => {
    const stage = await page()
    await press('Begin')
    await press('Open the first')
    await openPopovers()
    await press('5 minutes more')
    expect(text('.item-planned')).toBe('of 10 min')
    await press('Defer it to another meeting')
    expect(agenda(stage)).toEqual([
      ['Welcome', 'deferred'],
      ['Glossary', 'open'],
    ])
  })

  test('gives the line of an item its id, by which it is known while it is edited', async () => {
    const stage = await page()
    await press('Begin')
    await press('Open the first')
    const [item] = stage.state().agenda
    let id: unknown
    stage.editor.state.doc.descendants((node) => {
      if (node.textContent.startsWith('Welcome') && node.isTextblock) id = node.attrs['id']
    })
    expect(item?.item).toBe(id)
  })

  test('says who presents an item, so that nobody asks them for notes of it, also where they come later', async () => {
    const stage = await page('chair', MINUTES.replace('Glossary (10 minutes)', 'Glossary (Bob, 10 minutes)'))
    await press('Begin')
    await press('Open the first')
    await press('Next')
    const presenters = stage.state().agenda.map(({ presenters }) => presenters.map(({ name }) => name))
    expect(presenters).toEqual([[], ['Bob', 'Bob']])
    await stage.show(<NoteTakingPanel />)
    const cem = stage.record.somebody('Cem')
    for (const who of [stage.bob, cem]) await stage.does(who, { do: 'check-in', as: 'present' })
    expect(text('.proposal')).toContain('Next in line: Cem')
  })

  test('is seen by everybody and done by whoever runs it', async () => {
    const stage = await page('participant')
    await stage.does(stage.bob, { do: 'begin-meeting' })
    await stage.does(stage.bob, { do: 'open-item', item: { item: 'Glossary', text: 'Glossary', minutes: 10 } })
    expect(text('.item-text')).toBe('Glossary')
    expect(() => control('Next')).toThrow('there is no')
    expect(() => control('Begin')).toThrow('there is no')
  })
})

describe('ending a meeting', () => {
  test('says first what is missing, and freezes the minutes then', async () => {
    const { state, show, does, bob, editor } = await page()
    await press('Begin')
    await press('Open the first')
    await show(<EndDialog onClose={() => undefined} />)
    const gaps = () => [...document.querySelectorAll('.gaps li')].map(({ textContent }) => textContent)
    expect(gaps()).toEqual(['No owner: write it', 'Not reached: Glossary'])
    await does(bob, {
      do: 'open-poll',
      terms: { block: null, question: 'Go on?', options: ['yes', 'no'], shows: 'live', secret: false, guests: true },
    })
    expect(gaps()[0]).toBe('Open vote: Go on?')
    expect((control('End it all the same') as HTMLButtonElement).disabled).toBe(true)
    const poll = state().polls[0]?.poll ?? ''
    await does(bob, { do: 'close-poll', poll, outcome: { kind: 'withdrawn', sentence: '' } })
    await press('End it all the same')
    expect(state()).toMatchObject({
      level: 'frozen',
      phase: { phase: 'ended', notReached: [{ text: 'Glossary' }] },
    })
    editor.destroy()
  })

  test('says twice what is missing twice', async () => {
    const told = vi.spyOn(console, 'error')
    const { show } = await page('chair', '# Call\n\nPresent: Ann\n\nACTION: write it\n\nACTION: write it\n')
    await show(<EndDialog onClose={() => undefined} />)
    const gaps = [...document.querySelectorAll('.gaps li')].map(({ textContent }) => textContent)
    expect(gaps).toEqual(['No owner: write it', 'No owner: write it'])
    // Of rows that it cannot tell apart React tells here.
    expect(told).not.toHaveBeenCalled()
  })

  test('a chair opens it again', async () => {
    const stage = await page()
    await press('Begin')
    await stage.does(stage.bob, { do: 'end-meeting', notReached: [] })
    await openPopovers()
    await press('Open the meeting again')
    expect(stage.state().phase.phase).toBe('running')
  })
})

describe('the level of a meeting', () => {
  test('is chosen by a chair, with a sentence for each', async () => {
    const stage = await page()
    await openPopovers()
    await press(/^Note takers .*The note takers and the chair write/)
    expect(stage.state().level).toBe('note-takers')
  })

  test('is nobody else’s to choose', async () => {
    await page('participant')
    await openPopovers()
    expect(document.querySelector('.level-chooser')).toBeNull()
  })
})
