import { once } from 'node:events'

import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'

import { Tickets } from '../auth/tickets.ts'
import { NOBODY, type Visitor } from '../auth/who.ts'
import { listen, newMeeting, testServer } from '../testing/server.ts'
import { ADMINISTRATOR, asked, TOKEN } from '../testing/visitor.ts'

const ANN: Visitor = { person: { id: 'a'.repeat(26), kind: 'program', name: 'Ann' }, grants: [], credential: 'x' }

describe('tickets', () => {
  test('[WH8] let whoever has a token open one websocket, once', async () => {
    const { app } = await testServer({ auth: { access: 'invited', token: TOKEN } })
    const id = await newMeeting(app, {}, ADMINISTRATOR)
    const answer = await asked(app, 'POST', '/api/tickets', { headers: ADMINISTRATOR })
    expect(answer.statusCode).toBe(201)
    const { ticket } = answer.json<{ ticket: string }>()
    const url = `${await listen(app)}/sync/${id}?ticket=${ticket}`
    const first = new WebSocket(url)
    await once(first, 'open')
    const [error] = (await once(new WebSocket(url), 'error')) as [Error]
    expect(error.message).toContain('401')
    first.terminate()
  })

  test('[WH8] open nothing any more once the token for which they were given is revoked', async () => {
    const { app, entrance } = await testServer({ auth: { access: 'invited', token: TOKEN } })
    const id = await newMeeting(app, {}, ADMINISTRATOR)
    const token = await entrance.tokens.make('Script', { of: 'server' }, 'participant')
    const asking = { headers: { authorization: `Bearer ${token}` } }
    const { ticket } = (await asked(app, 'POST', '/api/tickets', asking)).json<{ ticket: string }>()
    await entrance.tokens.revoke('Script')
    const [error] = (await once(new WebSocket(`${await listen(app)}/sync/${id}?ticket=${ticket}`), 'error')) as [Error]
    expect(error.message).toContain('401')
  })

  test('[WH8] nobody gets one without being known', async () => {
    const { app } = await testServer()
    expect((await asked(app, 'POST', '/api/tickets')).statusCode).toBe(401)
  })

  test('[WH8] are good for 30 seconds, and a forged one never', () => {
    let now = 0
    const tickets = new Tickets(() => now)
    const [one, other] = [tickets.issue(ANN), tickets.issue(ANN)]
    now = 29_999
    expect(tickets.redeem(one)).toBe(ANN)
    expect(tickets.redeem(one)).toBeUndefined()
    now = 30_000
    expect(tickets.redeem(other)).toBeUndefined()
    expect(tickets.redeem('')).toBeUndefined()
  })

  test('[WH8] nobody can fill the memory with them, or take those of others away', () => {
    const tickets = new Tickets(() => 0)
    const of = tickets.issue({ ...NOBODY, person: { id: 'b', kind: 'guest', name: 'Bob' } })
    const issued = Array.from({ length: 60 }, () => tickets.issue(ANN))
    expect(issued.filter((ticket) => tickets.redeem(ticket) !== undefined)).toHaveLength(50)
    expect(tickets.redeem(of)).toBeDefined()
  })
})
