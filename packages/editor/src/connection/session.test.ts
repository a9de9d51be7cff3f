import { contentOf } from '@plenary/shared/document'
import { CLOSE, type CloseReason, type Message } from '@plenary/shared/protocol'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { openSession } from './open-session.ts'
import type { Session } from './session.ts'
import { MEETING, ServerDouble, textOf, until, write } from './testing.ts'

let server: ServerDouble
const sessions: Session[] = []

beforeEach(() => {
  server = new ServerDouble()
})

afterEach(() => {
  for (const session of sessions.splice(0)) session.close()
  vi.useRealTimers()
})

function open(): Session {
  const session = openSession(MEETING, { connect: server.connect })
  sessions.push(session)
  return session
}

async function openSaved(): Promise<Session> {
  const session = open()
  await until(session.saving, ({ state }) => state === 'saved')
  return session
}

/** An update as another page makes it. */
function someone(does: (doc: Y.Doc) => void): Uint8Array {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(server.doc))
  const before = Y.encodeStateVector(other)
  does(other)
  return Y.encodeStateAsUpdate(other, before)
}

const kinds = (messages: readonly Message[]): string[] => messages.map(({ kind }) => kind)

describe('a session', () => {
  test('says which protocol, schema and epoch it knows, and that it can inflate', () => {
    open()
    expect(server.last.url).toMatch(
      /^ws:\/\/.*\/sync\/abcdefghijklmnopqrstuvwxyz\?protocol=1&schema=\d+&epoch=e1&deflate=1$/,
    )
  })

  test('is ready when the server has sent the document, and writes nothing by that', async () => {
    const session = open()
    expect(session.saving.get()).toEqual({ state: 'loading' })
    await session.ready
    expect(textOf(session.doc)).toBe('Welcome')
    expect(session.saving.get()).toEqual({ state: 'saved', at: null })
    expect(kinds(server.last.heard)).not.toContain('update')
  })

  test('says «saved» only when the server has acknowledged every change', async () => {
    const session = await openSaved()
    server.saves = false
    write(session.doc, ' Ann')
    write(session.doc, ' Bob')
    expect(session.saving.get()).toEqual({ state: 'saving', changes: 2, kept: false })
    // The step 2 on opening was the first frame.
    server.last.acknowledge(2)
    expect(session.saving.get()).toMatchObject({ state: 'saving', changes: 1 })
    server.last.acknowledge(3)
    expect(session.saving.get()).toEqual({ state: 'saved', at: expect.any(Date) })
    expect(server.text).toBe('Welcome Ann Bob')
  })

  test('sends no update before the server has said what it has: it might hang on something unknown there', async () => {
    server.greets = false
    const session = open()
    await session.ready
    write(session.doc, '!')
    expect(kinds(server.last.heard)).toEqual(['sync-step-1'])
    expect(session.saving.get()).toMatchObject({ state: 'saving', changes: 1 })
    server.last.greet()
    expect(kinds(server.last.heard).filter((kind) => !kind.includes('awareness'))).toEqual([
      'sync-step-1',
      'sync-step-2',
      'catch-up',
    ])
    expect(session.saving.get()).toMatchObject({ state: 'saved' })
    expect(server.text).toBe('Welcome!')
  })

  test('keeps counting while it is offline, and brings everything at once when it is back', async () => {
    const session = await openSaved()
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
    const session = await openSaved()
    server.hears = false
    write(session.doc, ' lost')
    server.last.hangUp(1006)
    server.hears = true
    window.dispatchEvent(new Event('focus'))
    await until(session.saving, ({ state }) => state === 'saved')
    expect(server.text).toBe('Welcome lost')
  })

  test('answers a second question of the server with everything that it lacks', async () => {
    const session = await openSaved()
    server.hears = false
    write(session.doc, ' missed')
    server.hears = true
    expect(session.saving.get()).toMatchObject({ state: 'saving', changes: 1 })
    server.last.greet()
    expect(server.text).toBe('Welcome missed')
  })

  test('comes back by itself after the codes of a lost or restarting server', async () => {
    vi.useFakeTimers()
    for (const code of [1001, 1006, 1012, 1013]) {
      const session = open()
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
    vi.useFakeTimers()
    const final: CloseReason[] = ['malformed', 'unknown-meeting', 'other-epoch', 'refused', 'outdated']
    for (const reason of final) {
      const session = open()
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
    vi.useFakeTimers()
    const session = open()
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
    vi.useFakeTimers()
    server.greets = false
    const session = open()
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
    const session = await openSaved()
    server.last.hangUp(1009)
    expect(session.saving.get()).toMatchObject({ state: 'stopped', reason: 'refused' })
  })

  test('leaves a socket on which nothing comes any more within ten seconds, and comes back', async () => {
    vi.useFakeTimers()
    const session = open()
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
      vi.useFakeTimers()
      const session = open()
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
    vi.useFakeTimers()
    const session = open()
    await vi.advanceTimersByTimeAsync(3_000)
    vi.setSystemTime(Date.now() + 3_600_000)
    Y.applyUpdate(
      server.doc,
      someone((doc) => write(doc, ' meanwhile')),
    )
    document.dispatchEvent(new Event('resume'))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(server.connections.length).toBe(1)
    expect(textOf(session.doc)).toBe('Welcome meanwhile')
  })

  test('a try that hangs is given up when the network is back', async () => {
    vi.useFakeTimers()
    server.opens = false
    const session = open()
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

  test('stays with a server that answers but cannot save', async () => {
    vi.useFakeTimers()
    const session = open()
    await vi.advanceTimersByTimeAsync(0)
    server.saves = false
    write(session.doc, '!')
    await vi.advanceTimersByTimeAsync(120_000)
    expect(server.connections.length).toBe(1)
    expect(session.saving.get()).toMatchObject({ state: 'saving', changes: 1 })
  })

  test('shows a sentence of the server until it no longer holds', async () => {
    const session = await openSaved()
    const notice = { code: 'storage-unavailable', message: 'The disk is full.' }
    server.last.say({ kind: 'notice', notice })
    expect(session.notice.get()).toEqual(notice)
    server.last.say({ kind: 'notice', notice: { code: 'storage-ok', message: 'It is not.' } })
    expect(session.notice.get()).toBeNull()
  })
})

describe('what comes in', () => {
  const someoneWrites = (text: string) => someone((doc) => write(doc, text))

  test('is applied as one change where it comes together', async () => {
    const session = await openSaved()
    const seen: string[] = []
    session.doc.on('update', () => seen.push(textOf(session.doc)))
    for (const letter of 'abc') Y.applyUpdate(server.doc, someoneWrites(letter))
    expect(seen).toEqual([])
    await new Promise((resolve) => session.doc.once('update', resolve))
    expect(seen).toEqual(['Welcomeabc'])
  })

  test('does not count as a change of ours', async () => {
    const session = await openSaved()
    Y.applyUpdate(server.doc, someoneWrites('!'))
    await new Promise((resolve) => session.doc.once('afterTransaction', resolve))
    expect(session.saving.get()).toMatchObject({ state: 'saved' })
  })

  test('makes the page write nothing, not even when Yjs would tidy up formatting', async () => {
    const session = await openSaved()
    // Two people make the same word bold at the same time, so that one half of the formatting is needless.
    const bolds = [0, 1].map(() =>
      someone((doc) => ((contentOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 4, { bold: {} })),
    )
    const updates: unknown[] = []
    session.doc.on('update', (_: Uint8Array, origin: unknown) => updates.push(origin))
    for (const update of bolds) server.last.say({ kind: 'update', update })
    await new Promise((resolve) => session.doc.once('update', resolve))
    expect(updates).toHaveLength(1)
    expect(session.saving.get()).toMatchObject({ state: 'saved' })
    expect(kinds(server.last.heard)).not.toContain('update')
  })

  test('may be nonsense: the page keeps its text, and asks again', async () => {
    const session = await openSaved()
    server.last.say({ kind: 'update', update: new Uint8Array([9, 9, 9, 9]) })
    await vi.waitFor(() => expect(kinds(server.last.heard).filter((kind) => kind === 'sync-step-1')).toHaveLength(2))
    server.last.say({ kind: 'awareness', update: new Uint8Array([200]) })
    server.last.sayBytes(new Uint8Array([77, 1, 2]))
    write(session.doc, '!')
    expect(server.text).toBe('Welcome!')
    server.last.sayBytes(new Uint8Array([0, 1, 255]))
    expect(session.saving.get()).toMatchObject({ state: 'offline' })
    expect(textOf(session.doc)).toBe('Welcome!')
  })
})

describe('who is here', () => {
  test('is told at most ten times a second, the last state always', async () => {
    vi.useFakeTimers()
    const session = open()
    await vi.advanceTimersByTimeAsync(200)
    server.last.heard.length = 0
    for (let step = 0; step < 100; step++) {
      session.awareness.setLocalStateField('cursor', step)
      await vi.advanceTimersByTimeAsync(10)
    }
    await vi.advanceTimersByTimeAsync(100)
    const told = server.last.heard.filter(({ kind }) => kind === 'awareness')
    expect(told.length).toBeGreaterThanOrEqual(9)
    expect(told.length).toBeLessThanOrEqual(11)
    const other = new Awareness(new Y.Doc())
    const { applyAwarenessUpdate } = await import('y-protocols/awareness')
    for (const message of told) if (message.kind === 'awareness') applyAwarenessUpdate(other, message.update, null)
    expect(other.getStates().get(session.awareness.clientID)).toEqual({ cursor: 99 })
    other.destroy()
  })

  test('is forgotten when the connection is lost, and told anew with a later clock when it is back', async () => {
    const session = await openSaved()
    const other = new Awareness(new Y.Doc())
    other.setLocalState({ user: { name: 'Bob' } })
    server.last.say({ kind: 'awareness', update: encodeAwarenessUpdate(other, [other.clientID]) })
    expect(session.awareness.getStates().has(other.clientID)).toBe(true)
    const clock = session.awareness.meta.get(session.awareness.clientID)?.clock ?? 0
    server.last.hangUp(1006)
    expect(session.awareness.getStates().has(other.clientID)).toBe(false)
    window.dispatchEvent(new Event('online'))
    await until(session.saving, ({ state }) => state === 'saved')
    expect(kinds(server.last.heard)).toContain('awareness')
    expect(session.awareness.meta.get(session.awareness.clientID)?.clock).toBeGreaterThan(clock)
    other.destroy()
  })
})

describe('leaving the page', () => {
  const leave = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

  test('is held up while a change is on its way', async () => {
    const session = await openSaved()
    expect(leave()).toBe(false)
    server.saves = false
    write(session.doc, '!')
    expect(leave()).toBe(true)
    server.last.acknowledge()
    expect(leave()).toBe(false)
  })

  test('is held up offline where this browser keeps nothing', async () => {
    const session = await openSaved()
    server.last.hangUp(1006)
    write(session.doc, '!')
    expect(leave()).toBe(true)
    session.close()
    expect(leave()).toBe(false)
  })
})
