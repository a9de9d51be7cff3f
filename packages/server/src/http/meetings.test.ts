import { createRequire } from 'node:module'

import { SCHEMA_VERSION } from '@plenary/shared/document'
import { isMeetingId, type Meeting } from '@plenary/shared/meeting'
import type { Structure } from '@plenary/shared/structure'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'

import { type Exported, LensError } from '../markdown/lens.ts'
import { directLens } from '../testing/lens.ts'
import { newMeeting, testServer } from '../testing/server.ts'

const url = '/api/meetings'

const schema: object = createRequire(import.meta.url)('@plenary/shared/meeting.schema.json')
const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema)

describe('meetings over HTTP', () => {
  test('[HT1] a meeting is created from a title, and is there', async () => {
    const { app } = await testServer()
    const created = await app.inject({ method: 'POST', url, body: { title: '  Weekly\n*call* ' } })
    expect(created.statusCode).toBe(201)
    const { id, url: address } = created.json<{ id: string; url: string }>()
    expect(isMeetingId(id)).toBe(true)
    expect(address).toBe(`/meetings/${id}`)
    const one = await app.inject(`${url}/${id}`)
    expect(one.json()).toMatchObject({ id, title: 'Weekly *call*', base: null, schema: SCHEMA_VERSION })
    expect(one.json<Meeting>().epoch).not.toBe('')
    const text = await app.inject(`${url}/${id}/minutes.md`)
    expect(text.body).toContain('Weekly')
  })

  test('[HT1] a meeting needs neither title nor text', async () => {
    const { app } = await testServer()
    const id = await newMeeting(app)
    expect((await app.inject(`${url}/${id}`)).json()).toMatchObject({ title: 'Untitled meeting' })
    expect((await app.inject(`${url}/${id}/minutes.md`)).body.trim()).toBe('')
  })

  test('[HT2] imported minutes come out as they went in, byte for byte', async () => {
    const { app } = await testServer()
    const files = [
      '# A\n\ntext\n',
      '\uFEFF# B\r\n\r\n* x  \r\n',
      'no end',
      '',
      '\n\n',
      'caf\u00C3\u00A9 \uFFFD \u{1F600}\n',
      'tab\there \u0001\n',
    ]
    for (const markdown of files) {
      const id = await newMeeting(app, { markdown })
      const answer = await app.inject(`${url}/${id}/minutes.md`)
      expect(answer.rawPayload).toEqual(Buffer.from(markdown))
      expect(answer.headers['content-type']).toBe('text/markdown; charset=utf-8')
      expect(answer.headers['plenary-exact']).toBe('true')
    }
  })

  test('[HT2] the imported text itself stays available, and may be kept for ever', async () => {
    const { app } = await testServer()
    const id = await newMeeting(app, { markdown: '\uFEFF# Minutes\r\n' })
    const { base } = (await app.inject(`${url}/${id}`)).json<Meeting>()
    const answer = await app.inject(`${url}/${id}/base.md`)
    expect(answer.rawPayload).toEqual(Buffer.from('\uFEFF# Minutes\r\n'))
    expect(answer.headers['etag']).toBe(`"${base}"`)
    expect(answer.headers['cache-control']).toContain('immutable')
    const again = await app.inject({ url: `${url}/${id}/base.md`, headers: { 'if-none-match': `"${base}"` } })
    expect(again.statusCode).toBe(304)
    const empty = await newMeeting(app)
    expect((await app.inject(`${url}/${empty}/base.md`)).statusCode).toBe(404)
  })

  test('[HT2] the file is named after the meeting', async () => {
    const { app } = await testServer()
    const id = await newMeeting(app, { title: 'Café "WG" / 2026-11-20 日本' })
    const answer = await app.inject(`${url}/${id}/minutes.md`)
    const name = encodeURIComponent('cafe-wg-2026-11-20-日本.md')
    expect(answer.headers['content-disposition']).toBe(
      `inline; filename="cafe-wg-2026-11-20-__.md"; filename*=UTF-8''${name}`,
    )
  })

  test('[HT2] the name of the file ends between two letters, however long the title is', async () => {
    const { app } = await testServer()
    const id = await newMeeting(app, { title: `a${'𠮷'.repeat(100)}` })
    const answer = await app.inject(`${url}/${id}/minutes.md`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent(`a${'𠮷'.repeat(79)}.md`))
  })

  test('[HT2] the name of the file is one, whatever the style of the meeting calls it', async () => {
    const print = async (): Promise<Exported> => ({ text: 'x', exact: true, losses: [], name: `it's "\ud83d".md` })
    const { app } = await testServer({ lens: { ...directLens(), print } })
    const answer = await app.inject(`${url}/${await newMeeting(app)}/minutes.md`)
    expect(answer.headers['content-disposition']).toBe(
      `inline; filename="it's ___.md"; filename*=UTF-8''it%27s%20%22%EF%BF%BD%22.md`,
    )
  })

  test('[HT2] so much is said of what cannot be exported exactly as a header holds', async () => {
    const losses = Array.from({ length: 20 }, (_, index) => `${index} ${'🦑'.repeat(200)}`)
    const print = async (): Promise<Exported> => ({ text: 'x', exact: false, losses })
    const { app } = await testServer({ lens: { ...directLens(), print } })
    const answer = await app.inject(`${url}/${await newMeeting(app)}/minutes.md`)
    expect(answer.statusCode).toBe(200)
    const header = String(answer.headers['plenary-losses'])
    expect(header.length).toBeLessThan(3_000)
    expect(decodeURIComponent(header)).toMatch(/^0 🦑/)
  })

  test('[HT2] what cannot be exported exactly is said', async () => {
    const print = async (): Promise<Exported> => ({
      text: 'x',
      exact: false,
      losses: ['A cell lost its line break.'],
    })
    const { app } = await testServer({ lens: { ...directLens(), print } })
    const answer = await app.inject(`${url}/${await newMeeting(app)}/minutes.md`)
    expect(answer.headers['plenary-exact']).toBe('false')
    expect(decodeURIComponent(String(answer.headers['plenary-losses']))).toBe('A cell lost its line break.')
  })

  test('[HT3] the title is what the minutes call themselves, else the name given', async () => {
    const { app } = await testServer()
    const named = await newMeeting(app, { title: 'file-name', markdown: '# Minutes of the call\n' })
    const unnamed = await newMeeting(app, { title: 'file-name', markdown: 'no heading\n' })
    expect((await app.inject(`${url}/${named}`)).json()).toMatchObject({ title: 'Minutes of the call' })
    expect((await app.inject(`${url}/${unnamed}`)).json()).toMatchObject({ title: 'file-name' })
  })

  test('[HT11] a meeting is also given as data, which the schema describes', async () => {
    const { app } = await testServer()
    const markdown = '# Reef call\n\nPresent: Ann Bell, Ben Cole\n\n**ACTION**: Ann Bell: write it up\n'
    const id = await newMeeting(app, { title: 'file-name', markdown })
    const answer = await app.inject(`${url}/${id}`)
    const meeting = answer.json<Structure & Meeting>()
    expect(validate(meeting) ? [] : validate.errors).toEqual([])
    expect(meeting).toMatchObject({
      id,
      title: 'Reef call',
      schema: SCHEMA_VERSION,
      attendees: [
        { name: 'Ann Bell', state: 'present' },
        { name: 'Ben Cole', state: 'present' },
      ],
      actions: [{ text: 'write it up', owners: ['Ann Bell'], done: false, line: 5 }],
    })
    expect((await app.inject(`${url}/${id}`)).body).toBe(answer.body)
  })

  test('[HT11] a meeting that began empty is a meeting', async () => {
    const { app } = await testServer()
    const meeting = (await app.inject(`${url}/${await newMeeting(app)}`)).json<Structure>()
    expect(validate(meeting) ? [] : validate.errors).toEqual([])
    expect(meeting).toMatchObject({ title: 'Untitled meeting', date: null, actions: [], attendees: [] })
  })

  test('[HT11] what is about to open the minutes itself can go without that', async () => {
    const structure = (): Promise<never> => Promise.reject(new LensError('it took longer than 30 seconds'))
    const { app } = await testServer({ lens: { ...directLens(), structure } })
    const id = await newMeeting(app, { title: 'Call' })
    const light = await app.inject(`${url}/${id}?structure=false`)
    expect(Object.keys(light.json<object>()).toSorted()).toEqual([
      'base',
      'createdAt',
      'epoch',
      'id',
      'schema',
      'title',
      'updatedAt',
    ])
    const whole = await app.inject(`${url}/${id}`)
    expect(whole.statusCode).toBe(500)
    expectError(whole.json(), 'internal')
    expect((await app.inject(`${url}/${id}?structure=perhaps`)).statusCode).toBe(400)
  })

  test('[HT4] the list is newest first, shows nothing inner, and opens no minutes', async () => {
    const { app, store } = await testServer()
    const ids: string[] = []
    for (let number = 0; number < 30; number++) ids.unshift(await newMeeting(app, { title: `Call ${number}` }))
    store.beforeLoad = () => Promise.reject(new Error('nobody should load'))
    const { meetings } = (await app.inject(url)).json<{ meetings: Meeting[] }>()
    expect(meetings.map(({ createdAt }) => createdAt)).toEqual(
      meetings.map(({ createdAt }) => createdAt).toSorted((a, b) => (a < b ? 1 : -1)),
    )
    expect(new Set(meetings.map(({ id }) => id))).toEqual(new Set(ids))
    expect(Object.keys(meetings[0] ?? {}).toSorted()).toEqual([
      'base',
      'createdAt',
      'epoch',
      'id',
      'title',
      'updatedAt',
    ])
  })

  test.each([
    ['no JSON', 400, 'bad-request', { payload: '{"title":', headers: { 'content-type': 'application/json' } }],
    ['an empty body', 400, 'bad-request', { payload: '', headers: { 'content-type': 'application/json' } }],
    ['no object', 400, 'bad-request', { body: ['a'] }],
    ['a wrong type', 400, 'bad-request', { body: { title: 7 } }],
    ['null for a text', 400, 'bad-request', { body: { markdown: null } }],
    ['an unknown property', 400, 'bad-request', { body: { title: 'a', admin: true } }],
    ['a title of a thousand letters', 400, 'bad-request', { body: { title: 'x'.repeat(1000) } }],
    [
      'a poisoned property',
      400,
      'bad-request',
      { payload: '{"__proto__":{"title":"x"}}', headers: { 'content-type': 'application/json' } },
    ],
    ['another content type', 415, 'unsupported-type', { payload: '# A', headers: { 'content-type': 'text/markdown' } }],
    [
      'a form',
      415,
      'unsupported-type',
      { payload: 'title=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ],
    ['a file over 2 MiB', 413, 'too-large', { body: { markdown: 'é'.repeat(1024 * 1024) + 'x' } }],
    ['a body over every limit', 413, 'too-large', { body: { markdown: 'x'.repeat(15 * 1024 * 1024) } }],
    ['a file with NUL bytes', 422, 'not-text', { body: { markdown: 'PNG\0\u0001' } }],
    ['half a character', 422, 'not-text', { body: { markdown: 'a\uD800b' } }],
    [
      'bytes that are no UTF-8',
      422,
      'not-text',
      { payload: Buffer.from([0x22, 0xff, 0xfe, 0x22]), headers: { 'content-type': 'application/json' } },
    ],
  ])('[HT5] %s is refused with %i %s, and nothing is created', async (_what, status, code, request) => {
    const { app } = await testServer()
    const answer = await app.inject({ method: 'POST', url, ...request })
    expect(answer.statusCode).toBe(status)
    expectError(answer.json(), code)
    expect((await app.inject(url)).json()).toEqual({ meetings: [] })
  })

  test('[HT5] a file of exactly 2 MiB is taken, however long its JSON is', async () => {
    const { app } = await testServer()
    const body = `{"markdown":"${'\\u0078'.repeat(2 * 1024 * 1024)}"}`
    const headers = { 'content-type': 'application/json' }
    const answer = await app.inject({ method: 'POST', url, payload: body, headers })
    expect(answer.statusCode).toBe(201)
  })

  test('[HT5] a text that breaks the reader is refused, and nothing is created', async () => {
    const read = (): Promise<never> => Promise.reject(new LensError('it took longer than 10 seconds'))
    const { app } = await testServer({ lens: { ...directLens(), read } })
    const answer = await app.inject({ method: 'POST', url, body: { markdown: 'x' } })
    expect(answer.statusCode).toBe(422)
    expectError(answer.json(), 'unreadable')
    expect((await app.inject(url)).json()).toEqual({ meetings: [] })
  })

  test('[HT5] a disk that refuses is a 5xx with a sentence, without a trace of the inside', async () => {
    const { app, store } = await testServer()
    store.fail(1)
    const answer = await app.inject({ method: 'POST', url, body: {} })
    expect(answer.statusCode).toBe(503)
    expectError(answer.json(), 'storage-unavailable')
    expect(answer.body).not.toMatch(/device|at .*\.ts/)
  })

  test.each([
    ['GET', '/api/meetings/abc'],
    ['GET', '/api/meetings/a2345678901234567890123456'],
    ['GET', '/api/meetings/a2345678901234567890123456/minutes.md'],
    ['GET', '/api/meetings/a2345678901234567890123456/base.md'],
    ['GET', '/api/meetings/%2e%2e%2fetc'],
    ['GET', '/api/meetings/__proto__'],
    ['GET', `/api/meetings/${'a'.repeat(500)}`],
    ['GET', '/api/nothing'],
    ['GET', '/nothing'],
    ['POST', '/api/nothing'],
  ] as const)('[HT6] %s %s is not found', async (method, address) => {
    const { app } = await testServer()
    const answer = await app.inject({ method, url: address })
    expect(answer.statusCode).toBe(404)
    expectError(answer.json(), 'not-found')
  })

  test('[HT6] an address that cannot be read is refused, and one without end is not found', async () => {
    const { app } = await testServer()
    const spoiled = await app.inject('/api/meetings/%zz')
    expect(spoiled.statusCode).toBe(400)
    expectError(spoiled.json(), 'bad-request')
    const long = await app.inject(`/api/meetings/${'a'.repeat(10_001)}`)
    expect(long.statusCode).toBe(404)
    expectError(long.json(), 'not-found')
  })

  test('[HT6] a method that an address does not know is refused, with those it knows', async () => {
    const { app } = await testServer()
    const answer = await app.inject({ method: 'DELETE', url })
    expect(answer.statusCode).toBe(405)
    expect(answer.headers['allow']).toBe('GET, POST')
    expectError(answer.json(), 'wrong-method')
  })
})

function expectError(body: unknown, code: string): void {
  expect(body).toEqual({ error: { code, message: expect.stringMatching(/^[A-Z].*\.$/) as string } })
}
