import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'

import { Inbox } from './inbox.ts'

let doc: Y.Doc
let inbox: Inbox
let broken: number

beforeEach(() => {
  vi.useFakeTimers()
  doc = new Y.Doc()
  broken = 0
  inbox = new Inbox(doc, () => (broken += 1))
})

afterEach(() => {
  inbox.close()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** The updates of somebody who types these letters. */
function letters(text: string): Uint8Array[] {
  const other = new Y.Doc()
  const updates: Uint8Array[] = []
  other.on('update', (update: Uint8Array) => updates.push(update))
  for (const [index, letter] of text.split('').entries()) other.getText('t').insert(index, letter)
  return updates
}

const text = (): string => doc.getText('t').toJSON()

test('applies all that came in within a frame as one transaction', () => {
  let transactions = 0
  doc.on('update', () => (transactions += 1))
  for (const update of letters('hello')) inbox.add(update)
  expect(text()).toBe('')
  vi.advanceTimersByTime(17)
  expect(text()).toBe('hello')
  expect(transactions).toBe(1)
})

test('shows a letter at once, and the next one in the next frame at the earliest', () => {
  const [first, second] = letters('ab')
  if (first === undefined || second === undefined) throw new Error('two letters were typed')
  inbox.add(first)
  vi.advanceTimersByTime(0)
  expect(text()).toBe('a')
  inbox.add(second)
  vi.advanceTimersByTime(10)
  expect(text()).toBe('a')
  vi.advanceTimersByTime(10)
  expect(text()).toBe('ab')
})

test('gathers for longer while more than five people write', () => {
  const ofMany = Array.from({ length: 6 }, () => letters('a')).flat()
  inbox.add(Y.mergeUpdates(ofMany))
  vi.advanceTimersByTime(17)
  expect(text()).toBe('aaaaaa')
  inbox.add(letters('X')[0] ?? new Uint8Array())
  vi.advanceTimersByTime(50)
  expect(text()).toBe('aaaaaa')
  vi.advanceTimersByTime(50)
  expect(text()).toContain('X')
  vi.advanceTimersByTime(2_000)
  inbox.add(letters('Y')[0] ?? new Uint8Array())
  vi.advanceTimersByTime(100)
  inbox.add(letters('Z')[0] ?? new Uint8Array())
  vi.advanceTimersByTime(17)
  expect(text()).toContain('Z')
})

test('goes by a timer in a hidden page, which gets no frames', () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  const frames = vi.spyOn(globalThis, 'requestAnimationFrame')
  for (const update of letters('a')) inbox.add(update)
  vi.advanceTimersByTime(200)
  expect(text()).toBe('a')
  expect(frames).not.toHaveBeenCalled()
})

test('waits for the end of a word that an input method composes', () => {
  document.dispatchEvent(new Event('compositionstart'))
  for (const update of letters('a')) inbox.add(update)
  vi.advanceTimersByTime(1_000)
  expect(text()).toBe('')
  document.dispatchEvent(new Event('compositionend'))
  vi.advanceTimersByTime(50)
  expect(text()).toBe('a')
})

test('waits for a long word as long as it is being composed, but not for ever when nobody goes on with it', () => {
  document.dispatchEvent(new Event('compositionstart'))
  for (const update of letters('a')) inbox.add(update)
  for (let key = 0; key < 3; key++) {
    vi.advanceTimersByTime(4_000)
    expect(text()).toBe('')
    document.dispatchEvent(new Event('compositionupdate'))
  }
  vi.advanceTimersByTime(5_000)
  expect(text()).toBe('a')
})

test('passes over bytes that are no update, keeps the rest, and says so', () => {
  inbox.add(new Uint8Array([3, 1, 4, 1, 5]))
  for (const update of letters('ok')) inbox.add(update)
  inbox.flush()
  expect(text()).toBe('ok')
  expect(broken).toBe(1)
})
