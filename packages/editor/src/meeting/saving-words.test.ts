import { CLOSE, type CloseReason } from '@plenary/shared/protocol'
import { describe, expect, test } from 'vitest'

import { savingWords, stopOf } from './saving-words.ts'

describe('the words for the state of saving', () => {
  test('say Saved only for what the server has', () => {
    expect(savingWords({ state: 'saved', at: null })).toBe('Saved')
  })

  test('count what the server has not', () => {
    expect(savingWords({ state: 'saving', changes: 1, kept: true })).toBe('1 change not saved yet')
    expect(savingWords({ state: 'saving', changes: 12, kept: true })).toBe('12 changes not saved yet')
  })

  test('say where the text is while the network is gone', () => {
    expect(savingWords({ state: 'offline', changes: 0, kept: true })).toBe('Offline: your text is kept in this browser')
    expect(savingWords({ state: 'offline', changes: 1, kept: true })).toBe(
      'Offline: your text is kept in this browser (1 change)',
    )
    expect(savingWords({ state: 'offline', changes: 3, kept: true })).toBe(
      'Offline: your text is kept in this browser (3 changes)',
    )
  })

  test('never claim that a browser keeps the text which does not', () => {
    expect(savingWords({ state: 'offline', changes: 2, kept: false })).toBe('Offline: keep this page open (2 changes)')
  })

  test('say that nothing more will be saved', () => {
    expect(savingWords({ state: 'stopped', reason: 'outdated', changes: 0, kept: true })).toBe('Disconnected')
    expect(savingWords({ state: 'stopped', reason: 'refused', changes: 2, kept: true })).toBe(
      'Disconnected: 2 changes not saved',
    )
  })

  test('do not guess before the first answer', () => {
    expect(savingWords({ state: 'loading' })).toBe('Connecting …')
  })
})

test.each(Object.keys(CLOSE) as CloseReason[])('a stop for the reason «%s» says what to do', (reason) => {
  expect(stopOf(reason).sentence).toMatch(/(?:Reload|reload|Copy).*\.$/)
})

test('whoever may no longer read is not told that it is writing which ended', () => {
  expect(stopOf('not-allowed').sentence).toContain('no longer write here')
  expect(stopOf('not-allowed', false).sentence).toContain('no longer read this meeting')
})
