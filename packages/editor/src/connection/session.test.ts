import { afterEach, describe, expect, test, vi } from 'vitest'

import { ServerDouble, textOf, write } from './testing.ts'
import { kinds, open, openSaved } from './testing/pages.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('a session', () => {
  test('says which protocol, schema and epoch it knows, and that it can inflate', () => {
    const server = new ServerDouble()
    open(server)
    expect(server.last.url).toMatch(
      /^ws:\/\/.*\/sync\/abcdefghijklmnopqrstuvwxyz\?protocol=1&schema=\d+&epoch=e1&deflate=1$/,
    )
  })

  test('is ready when the server has sent the document, and writes nothing by that', async () => {
    const server = new ServerDouble()
    const session = open(server)
    expect(session.saving.get()).toEqual({ state: 'loading' })
    await session.ready
    expect(textOf(session.doc)).toBe('Welcome')
    expect(session.saving.get()).toEqual({ state: 'saved', at: null })
    expect(kinds(server.last.heard)).not.toContain('update')
  })

  test('says «saved» only when the server has acknowledged every change', async () => {
    const server = new ServerDouble()
    const session = await openSaved(server)
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
    const server = new ServerDouble()
    server.greets = false
    const session = open(server)
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

  test('answers a second question of the server with everything that it lacks', async () => {
    const server = new ServerDouble()
    const session = await openSaved(server)
    server.hears = false
    write(session.doc, ' missed')
    server.hears = true
    expect(session.saving.get()).toMatchObject({ state: 'saving', changes: 1 })
    server.last.greet()
    expect(server.text).toBe('Welcome missed')
  })

  test('stays with a server that answers but cannot save', async () => {
    const server = new ServerDouble()
    vi.useFakeTimers()
    const session = open(server)
    await vi.advanceTimersByTimeAsync(0)
    server.saves = false
    write(session.doc, '!')
    await vi.advanceTimersByTimeAsync(120_000)
    expect(server.connections.length).toBe(1)
    expect(session.saving.get()).toMatchObject({ state: 'saving', changes: 1 })
  })

  test('shows a sentence of the server until it no longer holds', async () => {
    const server = new ServerDouble()
    const session = await openSaved(server)
    const notice = { code: 'storage-unavailable', message: 'The disk is full.' }
    server.last.say({ kind: 'notice', notice })
    expect(session.notice.get()).toEqual(notice)
    server.last.say({ kind: 'notice', notice: { code: 'storage-ok', message: 'It is not.' } })
    expect(session.notice.get()).toBeNull()
  })
})

describe('leaving the page', () => {
  const leave = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

  test('is held up while a change is on its way', async () => {
    const server = new ServerDouble()
    const session = await openSaved(server)
    expect(leave()).toBe(false)
    server.saves = false
    write(session.doc, '!')
    expect(leave()).toBe(true)
    server.last.acknowledge()
    expect(leave()).toBe(false)
  })

  test('is held up offline where this browser keeps nothing', async () => {
    const server = new ServerDouble()
    const session = await openSaved(server)
    server.last.hangUp(1006)
    write(session.doc, '!')
    expect(leave()).toBe(true)
    session.close()
    expect(leave()).toBe(false)
  })
})
