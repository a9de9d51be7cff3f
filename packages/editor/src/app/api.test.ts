import { afterEach, describe, expect, test, vi } from 'vitest'

import { createMeeting, getBase, getMeeting, listMeetings } from './api.ts'

const answer = (body: BodyInit, status = 200) => vi.stubGlobal('fetch', async () => new Response(body, { status }))

describe('a request', () => {
  afterEach(() => void vi.unstubAllGlobals())

  test('that works gives its value', async () => {
    answer(JSON.stringify({ id: 'x', url: '/meetings/x' }), 201)
    expect(await createMeeting({ title: 'Weekly' })).toEqual({ ok: true, value: { id: 'x', url: '/meetings/x' } })
  })

  test('that is refused gives the sentence of the server', async () => {
    answer(JSON.stringify({ error: { code: 'too-large', message: 'This file is too large.' } }), 413)
    expect(await createMeeting({ markdown: '…' })).toEqual({
      ok: false,
      failure: { code: 'too-large', message: 'This file is too large.' },
    })
  })

  test('that nobody answers says so in words', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const outcome = await listMeetings()
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'unreachable' } })
    expect(!outcome.ok && outcome.failure.message).toContain('cannot be reached')
  })

  test('that a proxy answers with a page of its own says so in words', async () => {
    answer('<h1>Bad gateway</h1>', 502)
    const outcome = await getMeeting('x')
    expect(!outcome.ok && outcome.failure).toEqual({
      code: 'internal',
      message: 'The server gave an answer that makes no sense (502). Try again in a minute.',
    })
  })

  test('for the imported file keeps its byte order mark and its line ends', async () => {
    answer(new TextEncoder().encode('\ufeff# Title\r\n'))
    expect(await getBase('x')).toEqual({ ok: true, value: '\ufeff# Title\r\n' })
  })

  test('for the imported file is given up where a dead connection answers nothing', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('fetch', async (_path: string, { signal }: RequestInit) => {
      await new Promise((resolve) => signal?.addEventListener('abort', resolve))
      signal?.throwIfAborted()
    })
    const asked = getBase('x')
    await vi.runAllTimersAsync()
    expect(await asked).toMatchObject({ ok: false, failure: { code: 'unreachable' } })
    vi.useRealTimers()
  })
})
