import { describe, expect, test } from 'vitest'

import { HandButton, QueuePanel } from './queue.tsx'
import { openPopovers } from './testing/popover.ts'
import { control, fill, liveStage, press, text } from './testing/stage.tsx'

async function page(options: Parameters<typeof liveStage>[0] = {}) {
  const stage = await liveStage(options)
  await stage.show(<QueuePanel />)
  return stage
}

describe('the queue', () => {
  test('takes a hand with its kind and what it is about, and lets it down again', async () => {
    const stage = await page()
    await fill('About', 'naming')
    await press('Reply to this')
    expect(stage.record.ledger.state.queue.turns).toMatchObject([{ name: 'Ann', kind: 'reply', topic: 'naming' }])
    expect(text('.queue-list')).toContain('You')
    await press('Lower my hand')
    expect(stage.record.ledger.state.queue.turns).toEqual([])
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
    expect(stage.record.ledger.state.queue.turns).toEqual([])
  })

  test('gives others nothing to run it with', async () => {
    const stage = await page()
    await stage.does(stage.bob, { do: 'raise-hand', kind: 'reply' })
    expect(() => control(/^Call /)).toThrow('there is no')
    expect(() => control('Close the queue')).toThrow('there is no')
  })

  test('takes no hands while it is closed', async () => {
    const stage = await page()
    await stage.does(stage.bob, { do: 'set-queue', open: false })
    expect(() => control('Reply to this')).toThrow('there is no')
  })
})

test('the hand says how many wait, and whether one’s own is up', async () => {
  const stage = await liveStage()
  await stage.show(<HandButton />)
  expect(control('Raise a hand').textContent).toBe('Hand')
  await stage.does(stage.bob, { do: 'raise-hand', kind: 'reply' })
  expect(control('Hand. 1 waits to speak').querySelector('[data-count]')?.getAttribute('data-count')).toBe('1')
  await openPopovers()
  await press('Say something new')
  expect(control(/^Your hand is up\. 2 wait to speak/).className).toContain('hand-up')
})
