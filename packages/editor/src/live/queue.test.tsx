import { describe, expect, test } from 'vitest'

import { HandButton, QueuePanel } from './queue.tsx'
import { openPopovers } from './testing/popover.ts'
import { control, fill, press, showing, type StageOptions, text } from './testing/stage.tsx'

const page = (options?: StageOptions) => showing(<QueuePanel />, options)

describe('the queue', () => {
  test('takes a hand with its kind and what it is about, and lets it down again', async () => {
    const stage = await page()
    await fill('About', 'naming')
    await press('Reply to this')
    expect(stage.state().queue.turns).toMatchObject([{ name: 'Ann', kind: 'reply', topic: 'naming' }])
    expect(text('.queue-list')).toContain('You')
    await press('Lower my hand')
    expect(stage.state().queue.turns).toEqual([])
  })

  test('shows who waits in the order in which they are called', async () => {
    const stage = await page()
    await stage.does(stage.bob, { do: 'raise-hand', kind: 'new-topic' })
    await press('Point of order')
    const names = [...document.querySelectorAll('.turn')].map(({ textContent }) => textContent)
    expect(names).toEqual(['You point of order', 'Bob new topic'])
  })

  test('is called by the note taker, and shows who speaks', async () => {
    const stage = await page({ role: 'note-taker' })
    await stage.does(stage.bob, { do: 'raise-hand', kind: 'reply' })
    await press('Call Bob')
    expect(text('.queue-speaking')).toContain('Bob speaks')
    expect(stage.state().queue.turns).toEqual([])
  })

  test('gives others nothing to run it with', async () => {
    const stage = await page()
    await stage.does(stage.bob, { do: 'raise-hand', kind: 'reply' })
    expect(() => control(/^Call /)).toThrow('there is no')
    expect(() => control('Close the queue')).toThrow('there is no')
  })

  test('takes points of order and no other hand while it is closed', async () => {
    const stage = await page()
    await stage.does(stage.bob, { do: 'set-queue', open: false })
    expect(() => control('Reply to this')).toThrow('there is no')
    await press('Point of order')
    expect(stage.state().queue.turns).toMatchObject([{ name: 'Ann', kind: 'point-of-order' }])
  })

  test('takes a point of order of somebody who waits for something else, and lowers the one that is meant', async () => {
    const stage = await page()
    await press('Reply to this')
    await press('Point of order')
    await press('Lower my hand (reply)')
    expect(stage.state().queue.turns.map(({ kind }) => kind)).toEqual(['point-of-order'])
  })

  test('lets the note taker say that the speaker has spoken', async () => {
    const stage = await page({ role: 'note-taker' })
    await stage.does(stage.bob, { do: 'raise-hand', kind: 'reply' })
    await press('Call Bob')
    await press('Done')
    expect(stage.state().queue.speaking).toBeNull()
    expect(document.querySelector('.queue-speaking')).toBeNull()
  })

  test('gives nobody else a way to end a speaker', async () => {
    const stage = await page()
    await stage.does(stage.bob, { do: 'raise-hand', kind: 'reply' })
    const [turn] = stage.state().queue.turns
    await stage.does(stage.bob, { do: 'call-speaker', turn: turn?.turn ?? '' })
    expect(text('.queue-speaking')).toContain('Bob speaks')
    expect(() => control('Done')).toThrow('there is no')
  })
})

test('a queue that is closed and empty can be opened again by whoever runs it', async () => {
  const stage = await showing(<HandButton />, { role: 'note-taker' })
  await stage.does(stage.bob, { do: 'set-queue', open: false })
  await openPopovers()
  await press('Open the queue')
  expect(stage.state().queue.isOpen).toBe(true)
})

test('a reader is shown no hand while the queue is closed and empty', async () => {
  const stage = await showing(<HandButton />, { role: 'reader' })
  expect(control('Raise a hand')).toBeDefined()
  await stage.does(stage.bob, { do: 'set-queue', open: false })
  expect(() => control('Raise a hand')).toThrow('there is no')
})

test('the hand says how many wait, and whether one’s own is up', async () => {
  const stage = await showing(<HandButton />)
  expect(control('Raise a hand').textContent).toBe('Hand')
  await stage.does(stage.bob, { do: 'raise-hand', kind: 'reply' })
  expect(control('Hand. 1 waits to speak').querySelector('[data-count]')?.getAttribute('data-count')).toBe('1')
  await openPopovers()
  await press('Say something new')
  expect(control(/^Your hand is up\. 2 wait to speak/).className).toContain('hand-up')
})
