import { PLAIN } from '@plenary/shared/style'
import { describe, expect, test } from 'vitest'

import { newMeeting, testServer } from '../testing/server.ts'

const url = '/api/meetings'
const PARSEC_LIKE = `# Core Call (06/04/2027)

## Attendance

- Ann Bell

## Minutes

- a
   - b
`

describe('house styles over HTTP', () => {
  test('[HT12] a meeting begins in a style that comes with Plenary, with its title and date', async () => {
    const { app } = await testServer()
    const id = await newMeeting(app, { style: 'plain', title: 'Weekly call', date: '2027-04-06' })
    expect((await app.inject(`${url}/${id}`)).json()).toMatchObject({ title: 'Weekly call, 2027-04-06', base: null })
    expect((await app.inject(`${url}/${id}/minutes.md`)).body).toMatch(/^# Weekly call, 2027-04-06\n\n## Attendees\n/)
  })

  test('[HT12] a meeting begins as another one is written', async () => {
    const { app } = await testServer()
    const other = await newMeeting(app, { markdown: PARSEC_LIKE })
    const id = await newMeeting(app, { style: { like: other }, date: '2027-04-13' })
    const { body } = await app.inject(`${url}/${id}/minutes.md`)
    expect(body).toBe('# Core Call (13/04/2027)\n\n## Attendance\n\n## Minutes\n')
    expect((await app.inject(`${url}/${id}/style`)).json()).toMatchObject({
      origin: 'stored',
      style: { writing: { indent: 3 } },
    })
  })

  test('[HT12] a meeting is printed in the style that was sent', async () => {
    const { app } = await testServer()
    const style = {
      ...PLAIN,
      writing: { ...PLAIN.writing, bullet: '*', wrap: 20 },
      footer: '* one two three four five six',
    }
    const id = await newMeeting(app, { style, title: 'Call' })
    expect((await app.inject(`${url}/${id}/minutes.md`)).body).toMatch(/\n\* one two three four\n {2}five six\n$/)
  })

  test('[HT12] the file is called as the group calls its files, once the minutes have a date', async () => {
    const { app } = await testServer()
    const dated = await newMeeting(app, {
      style: { ...PLAIN, fileName: 'core-{yyyy}-{mm}-{dd}.md' },
      date: '2027-04-06',
    })
    const answer = await app.inject(`${url}/${dated}/minutes.md`)
    expect(answer.headers['content-disposition']).toContain('filename="core-2027-04-06.md"')
    const undated = await newMeeting(app, { style: 'plain', title: 'Weekly call' })
    const other = await app.inject(`${url}/${undated}/minutes.md`)
    expect(other.headers['content-disposition']).toContain('filename="weekly-call.md"')
  })

  test('[HT13] the style is the one stored, else that of the file, else the plain one', async () => {
    const { app } = await testServer()
    const empty = await newMeeting(app)
    expect((await app.inject(`${url}/${empty}/style`)).json()).toEqual({ origin: 'plain', style: PLAIN })
    const imported = await newMeeting(app, { markdown: PARSEC_LIKE })
    const inferred = (await app.inject(`${url}/${imported}/style`)).json<{ style: object }>()
    expect(inferred).toMatchObject({ origin: 'inferred', style: { title: { pattern: '{title} ({dd}/{mm}/{yyyy})' } } })
    const style = { ...PLAIN, name: 'Corrected' }
    const put = await app.inject({ method: 'PUT', url: `${url}/${imported}/style`, body: { style } })
    expect(put.json()).toEqual({ origin: 'stored', style })
    expect((await app.inject(`${url}/${imported}/style`)).json()).toEqual({ origin: 'stored', style })
    const back = await app.inject({ method: 'PUT', url: `${url}/${imported}/style`, body: { style: null } })
    expect(back.json()).toEqual({ ...inferred, origin: 'inferred' })
  })

  test('[HT13] all styles that come with Plenary are listed, whole', async () => {
    const { app } = await testServer()
    const { styles } = (await app.inject('/api/styles')).json<{ styles: { id: string; style: object }[] }>()
    expect(styles.find(({ id }) => id === 'plain')).toEqual({ id: 'plain', style: PLAIN })
    for (const { style } of styles) {
      const id = await newMeeting(app, { style, date: '2027-04-06' })
      expect((await app.inject(`${url}/${id}/style`)).json()).toEqual({ origin: 'stored', style })
    }
  })

  test.each([
    ['an unknown name', 'nobody', 'There is no style of this name; there are plain'],
    ['an inherited name', 'constructor', 'There is no style of this name'],
    ['a number', 7, 'A style is a name'],
    ['an unknown meeting', { like: 'a2345678901234567890123456' }, 'There is no meeting to take the style of.'],
    [
      'more than a meeting',
      { like: 'a', title: 'b' },
      'This style is not as it should be: it must NOT have additional',
    ],
    ['half a style', { version: 1 }, 'This style is not as it should be: it must have required property'],
    [
      'a wrong level',
      { ...PLAIN, title: { ...PLAIN.title, level: 9 } },
      'This style is not as it should be: its title → level must be <= 6.',
    ],
    [
      'a heading without text',
      { ...PLAIN, sections: [{ kind: 'notes', head: { form: 'heading', level: 2 }, body: '' }] },
      "This style is not as it should be: its sections → 0 → head must have required property 'text'.",
    ],
    ['a newer style', { ...PLAIN, version: 2 }, 'This style is not as it should be: its version must be equal'],
  ])('[HT5] %s is refused with a sentence, and nothing is created', async (_what, style, sentence) => {
    const { app } = await testServer()
    const answer = await app.inject({ method: 'POST', url, body: { style } })
    expect(answer.statusCode).toBe(400)
    expect(answer.json<{ error: { message: string } }>().error.message).toContain(sentence)
    expect((await app.inject(url)).json()).toEqual({ meetings: [] })
    const id = await newMeeting(app)
    const put = await app.inject({ method: 'PUT', url: `${url}/${id}/style`, body: { style } })
    expect(put.statusCode).toBe(400)
    expect((await app.inject(`${url}/${id}/style`)).json()).toMatchObject({ origin: 'plain' })
  })

  test('[HT6] the style of a meeting that is not there is not found', async () => {
    const { app } = await testServer()
    expect((await app.inject(`${url}/a2345678901234567890123456/style`)).statusCode).toBe(404)
    const wrong = await app.inject({ method: 'DELETE', url: `${url}/a2345678901234567890123456/style` })
    expect(wrong.statusCode).toBe(405)
    expect(wrong.headers['allow']).toBe('GET, PUT')
  })
})
