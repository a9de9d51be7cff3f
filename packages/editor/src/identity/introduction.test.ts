import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'

import { openSession, type Session } from '../connection/index.ts'
import { MEETING, ServerDouble, until } from '../connection/testing.ts'
import { ownPerson } from '../presence/index.ts'
import { type Answers, answering } from '../testing/answers.ts'
import { RecordDouble } from '../testing/record.ts'
import { Introduction } from './introduction.ts'

let record: RecordDouble
let session: Session
let server: Answers

beforeEach(async () => {
  localStorage.clear()
  const double = new ServerDouble()
  record = new RecordDouble()
  double.record = record
  server = answering({
    'POST /api/me': (body) => {
      const { name } = body as { name: string }
      if (name === 'Nobody') return { status: 400, json: { error: { code: 'bad-request', message: 'Not you.' } } }
      record.visitor = record.somebody(name)
      return {}
    },
  })
  session = openSession(MEETING, { connect: double.connect })
  onTestFinished(() => session.close())
  await until(session.ledger.you, (you) => you !== null)
})
afterEach(() => vi.unstubAllGlobals())

describe('who somebody is', () => {
  test('is said to the server by the remembered name, when something needs it, and once', async () => {
    const me = ownPerson()
    me.rename('Ann')
    const introduction = new Introduction(session, me)
    const [one, other] = await Promise.all([introduction.person(), introduction.person()])
    expect(one?.name).toBe('Ann')
    expect(other).toBe(one)
    expect(server.asked).toEqual([{ method: 'POST', path: '/api/me', body: { name: 'Ann' } }])
    expect(await introduction.person()).toEqual(one)
    expect(server.asked.length).toBe(1)
  })

  test('is asked for where nobody ever said a name, and waited for', async () => {
    const me = ownPerson()
    const introduction = new Introduction(session, me)
    const wanted = introduction.person()
    await until(introduction.question, (question) => question !== null)
    expect(await introduction.say('  Bob  ', 'Quayside')).toBeNull()
    expect((await wanted)?.name).toBe('Bob')
    expect(introduction.question.get()).toBeNull()
    expect(me.get().name).toBe('Bob')
    expect(server.asked.at(-1)?.body).toEqual({ name: 'Bob', affiliation: 'Quayside' })
  })

  test('stays unknown where they would rather not say it', async () => {
    const introduction = new Introduction(session, ownPerson())
    const wanted = introduction.person()
    const question = await until(introduction.question, (question) => question !== null)
    question?.settle(null)
    expect(await wanted).toBeNull()
  })

  test('that the server does not take comes back as its sentence', async () => {
    const introduction = new Introduction(session, ownPerson())
    expect(await introduction.say('Nobody', '')).toBe('Not you.')
    expect(await introduction.say('   ', '')).toContain('Say a name')
  })
})
