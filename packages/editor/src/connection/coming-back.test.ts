import { CLOSE, type CloseReason } from '@plenary/shared/protocol'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'

import { ServerDouble, textOf, until, write } from './testing.ts'
import { kinds, open, openSaved, someone } from './testing/pages.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('a session whose connection is lost', () => {
  test('keeps counting while it is offline, and brings everything at once when it is back', async () => {
    const server = new ServerDouble()
    const session = await openSaved(server)
    server.saves = false
    write(session.doc, ' one')
    server.last.hangUp(1006)
    expect(session.saving.get()).toMatchObject({ state: 'offline', changes: 1 })
    write(session.doc, ' two')
    expect(session.saving.get()).toMatchObject({ state: 'offline', changes: 2 })
    server.saves = true
    window.dispatchEvent(new Event('online'))
    await until(session.saving, ({ state }) => state === 'saved')
    expect(server.text).toBe('Welcome one two')
    expect(kinds(server.last.heard).filter((kind) => kind === 'update' || kind === 'sync-step-2')).toEqual([
      'sync-step-2',
    ])
  })

  test('brings again, and once only, what a dying server heard but did not save', async () => {
    const server = new ServerDouble()
    const session = await openSaved(server)
    server.hears = false
    write(session.doc, ' lost')
    server.last.hangUp(1006)
    server.hears = true
    window.dispatchEvent(new Event('focus'))
    await until(session.saving, ({ state }) => state === 'saved')
    expect(server.text).toBe('Welcome lost')
  })

  test('comes back by itself after the codes of a lost or restarting server', async () => {
    const server = new ServerDouble()
    vi.useFakeTimers()
    for (const code of [1001, 1006, 1012, 1013]) {
      const session = open(server)
      await vi.advanceTimersByTimeAsync(0)
      const before = server.connections.length
      server.last.hangUp(code)
      expect(session.saving.get()).toMatchObject({ state: 'offline' })
      await vi.advanceTimersByTimeAsync(1_000)
      expect(server.connections.length).toBe(before + 1)
      expect(session.saving.get()).toMatchObject({ state: 'saved' })
      session.close()
    }
  })

  test('does not come back after the codes that mean so, and says which it was', async () => {
    const server = new ServerDouble()
    vi.useFakeTimers()
    const final: CloseReason[] = ['malformed', 'unknown-meeting', 'other-epoch', 'refused', 'outdated']
    for (const reason of final) {
      const session = open(server)
      await vi.advanceTimersByTimeAsync(0)
      const before = server.connections.length
      server.last.hangUp(CLOSE[reason])
      write(session.doc, '?')
      expect(session.saving.get()).toEqual({ state: 'stopped', reason, changes: 1, kept: false })
      window.dispatchEvent(new Event('online'))
      await vi.advanceTimersByTimeAsync(60_000)
      expect(server.connections.length).toBe(before)
      session.close()
    }
  })

  test('that is too fast for the server keeps what was typed, says why, and brings it in a moment', async () => {
    const server = new ServerDouble()
    vi.useFakeTimers()
    const session = open(server)
    await vi.advanceTimersByTimeAsync(0)
    const notice = { code: 'too-fast', message: 'This page sends too much at once.' }
    server.saves = false
    write(session.doc, ' much')
    server.last.say({ kind: 'notice', notice })
    server.last.hangUp(CLOSE['too-fast'])
    write(session.doc, ' more')
    await vi.advanceTimersByTimeAsync(4_900)
    expect(server.connections.length).toBe(1)
    expect(session.saving.get()).toMatchObject({ state: 'offline', changes: 2 })
    expect(session.notice.get()).toEqual(notice)
    server.saves = true
    await vi.advanceTimersByTimeAsync(5_200)
    expect(server.connections.length).toBe(2)
    expect(session.notice.get()).toBeNull()
    expect(session.saving.get()).toMatchObject({ state: 'saved' })
    expect(server.text).toBe('Welcome much more')
  })

  test('shows why it is not let in until it is, however often it tries', async () => {
    const server = new ServerDouble()
    vi.useFakeTimers()
    server.greets = false
    const session = open(server)
    const notice = { code: 'try-later', message: 'The meeting is full.' }
    for (let turn = 0; turn < 4; turn++) {
      await vi.advanceTimersByTimeAsync(3_500)
      server.last.say({ kind: 'notice', notice })
      server.last.hangUp(CLOSE['try-later'])
      expect(session.notice.get()).toEqual(notice)
    }
    server.greets = true
    await vi.advanceTimersByTimeAsync(3_500)
    expect(session.notice.get()).toBeNull()
    expect(session.saving.get()).toMatchObject({ state: 'saved' })
  })

  test('does not send for ever what is too large for the server', async () => {
    const server = new ServerDouble()
    const session = await openSaved(server)
    server.last.hangUp(1009)
    expect(session.saving.get()).toMatchObject({ state: 'stopped', reason: 'refused' })
  })

  test('leaves a socket on which nothing comes any more within ten seconds, and comes back', async () => {
    const server = new ServerDouble()
    vi.useFakeTimers()
    const session = open(server)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.connections.length).toBe(1)
    server.hears = false
    server.reachable = false
    await vi.advanceTimersByTimeAsync(3_500)
    expect(session.saving.get()).toMatchObject({ state: 'saved' })
    await vi.advanceTimersByTimeAsync(6_500)
    expect(session.saving.get()).toMatchObject({ state: 'offline' })
    server.hears = true
    server.reachable = true
    await vi.advanceTimersByTimeAsync(3_500)
    expect(session.saving.get()).toMatchObject({ state: 'saved' })
  })

  test.each(['focus', 'online', 'pageshow', 'visibilitychange', 'resume'])(
    'notices a dead socket two seconds after «%s», as when a laptop wakes',
    async (event) => {
      const server = new ServerDouble()
      vi.useFakeTimers()
      const session = open(server)
      await vi.advanceTimersByTimeAsync(3_000)
      server.hears = false
      // An hour passes in which no timer runs.
      vi.setSystemTime(Date.now() + 3_600_000)
      const target = event === 'visibilitychange' || event === 'resume' ? document : window
      target.dispatchEvent(new Event(event))
      await vi.advanceTimersByTimeAsync(1_500)
      expect(session.saving.get()).toMatchObject({ state: 'saved' })
      server.hears = true
      await vi.advanceTimersByTimeAsync(1_000)
      expect(server.connections.length).toBe(2)
      expect(session.saving.get()).toMatchObject({ state: 'saved' })
    },
  )

  test('keeps a living socket over a sleep, with what came meanwhile', async () => {
    const server = new ServerDouble()
    vi.useFakeTimers()
    const session = open(server)
    await vi.advanceTimersByTimeAsync(3_000)
    vi.setSystemTime(Date.now() + 3_600_000)
    Y.applyUpdate(
      server.doc,
      someone(server, (doc) => write(doc, ' meanwhile')),
    )
    document.dispatchEvent(new Event('resume'))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(server.connections.length).toBe(1)
    expect(textOf(session.doc)).toBe('Welcome meanwhile')
  })

  test('a try that hangs is given up when the network is back', async () => {
    const server = new ServerDouble()
    vi.useFakeTimers()
    server.opens = false
    const session = open(server)
    await vi.advanceTimersByTimeAsync(500)
    window.dispatchEvent(new Event('online'))
    expect(server.connections.length).toBe(1)
    await vi.advanceTimersByTimeAsync(1_000)
    server.opens = true
    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(0)
    expect(server.connections.length).toBe(2)
    expect(session.saving.get()).toMatchObject({ state: 'saved' })
  })
})
