import { contentOf } from '@plenary/shared/document'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { ServerDouble, textOf, until, write } from './testing.ts'
import { kinds, open, openSaved, someone } from './testing/pages.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('what comes in', () => {
  const someoneWrites = (server: ServerDouble, text: string) => someone(server, (doc) => write(doc, text))

  test('is applied as one change where it comes together', async () => {
    const server = new ServerDouble()
    const session = await openSaved(server)
    const seen: string[] = []
    session.doc.on('update', () => seen.push(textOf(session.doc)))
    for (const letter of 'abc') Y.applyUpdate(server.doc, someoneWrites(server, letter))
    expect(seen).toEqual([])
    await new Promise((resolve) => session.doc.once('update', resolve))
    expect(seen).toEqual(['Welcomeabc'])
  })

  test('does not count as a change of ours', async () => {
    const server = new ServerDouble()
    const session = await openSaved(server)
    Y.applyUpdate(server.doc, someoneWrites(server, '!'))
    await new Promise((resolve) => session.doc.once('afterTransaction', resolve))
    expect(session.saving.get()).toMatchObject({ state: 'saved' })
  })

  test('makes the page write nothing, not even when Yjs would tidy up formatting', async () => {
    const server = new ServerDouble()
    const session = await openSaved(server)
    // Two people make the same word bold at the same time, so that one half of the formatting is needless.
    const bolds = [0, 1].map(() =>
      someone(server, (doc) =>
        ((contentOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 4, { bold: {} }),
      ),
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
    const server = new ServerDouble()
    const session = await openSaved(server)
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
    const server = new ServerDouble()
    vi.useFakeTimers()
    const session = open(server)
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
    const server = new ServerDouble()
    const session = await openSaved(server)
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
