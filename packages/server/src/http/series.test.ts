import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'

import type { Visitor } from '../auth/who.ts'
import { MemoryStore } from '../store/memory.ts'
import { Participant } from '../testing/participant.ts'
import { believing, member, named } from '../testing/people.ts'
import { listen, newMeeting, testServer } from '../testing/server.ts'

const minutes = (date: string, taker: string, ...people: string[]): string =>
  `# Reef call ${date}\n\nDate: ${date}\n\nNote taker: ${taker}\n\n## Attendees\n\n${people.map((name) => `- ${name}\n`).join('')}`

const FIRST = minutes('2027-04-06', 'Ann Bell', 'Ann Bell @annb (Acme)', 'Bob Cole')
const SECOND = minutes('2027-04-13', 'Bob Cole', 'Ann Bell', 'Bob Cole (Bolt)', 'Cem Dag')

async function json<T>(app: FastifyInstance, id: string, what: 'roster' | 'rotation'): Promise<T> {
  return (await app.inject(`/api/meetings/${id}/${what}`)).json<T>()
}

describe('what earlier meetings of the group tell', () => {
  test('[HT15] the people of its minutes, once each, with all that any of them says', async () => {
    const { app } = await testServer()
    for (const markdown of [FIRST, SECOND]) await newMeeting(app, { markdown, group: 'reef' })
    await newMeeting(app, { markdown: minutes('2027-04-13', 'Zoe', 'Zoe Quill'), group: 'kelp' })
    const id = await newMeeting(app, { title: 'Anything', group: 'reef' })
    const { people } = await json<{ people: object[] }>(app, id, 'roster')
    expect(people).toHaveLength(3)
    expect(people).toEqual(
      expect.arrayContaining([
        { name: 'Ann Bell', handle: 'annb', affiliation: 'Acme' },
        { name: 'Bob Cole', affiliation: 'Bolt' },
        { name: 'Cem Dag' },
      ]),
    )
  })

  test('[HT15] who took notes: to the minute where the ledger knows it, else as the minutes say', async () => {
    const { app } = await testServer({ entrance: believing() })
    for (const markdown of [FIRST, SECOND]) await newMeeting(app, { markdown, group: 'reef' })
    const held = await newMeeting(app, { title: 'Held here', group: 'reef' })
    const cem = await Participant.join(await listen(app), held, member('Cem', 'chair'))
    for (const command of [{ do: 'begin-meeting' }, { do: 'take-over' }] as const) await cem.ask(command)
    const id = await newMeeting(app, { title: 'Anything', group: 'reef' })
    const { past } = await json<{ past: object[] }>(app, id, 'rotation')
    expect(past).toEqual(
      expect.arrayContaining([
        { name: 'Ann Bell', handle: 'annb', date: '2027-04-06', minutes: 60 },
        { name: 'Bob Cole', date: '2027-04-13', minutes: 60 },
      ]),
    )
  })

  test('[HT15] of a meeting of no group it is those of the same title, but for dates and numbers', async () => {
    const { app } = await testServer()
    for (const markdown of [FIRST, SECOND]) await newMeeting(app, { markdown })
    await newMeeting(app, { markdown: '# Kelp call\n\n## Attendees\n\n- Zoe Quill\n' })
    const id = await newMeeting(app, { title: 'Reef call 20 April 2027' })
    const { people } = await json<{ people: { name: string }[] }>(app, id, 'roster')
    expect(people.map(({ name }) => name).sort()).toEqual(['Ann Bell', 'Bob Cole', 'Cem Dag'])
    const none = await newMeeting(app, { title: '2027' })
    expect(await json(app, none, 'rotation')).toEqual({ past: [] })
  })

  test('[HT15] and nothing of meetings that whoever asks may not read', async () => {
    const store = new MemoryStore()
    const { app } = await testServer({ store })
    const [first, second] = [await newMeeting(app, { markdown: FIRST }), await newMeeting(app, { markdown: SECOND })]
    const grants = [{ scope: { of: 'meeting', id: first }, role: 'participant' }] as const
    const visitor: Visitor = { person: named('Ann'), grants, credential: '' }
    const visitors = { of: async () => visitor, again: async () => visitor }
    const { app: invited } = await testServer({ store, entrance: { ...believing(), access: 'invited', visitors } })
    const { people } = await json<{ people: { name: string }[] }>(invited, first, 'roster')
    expect(people.map(({ name }) => name)).toEqual(['Ann Bell', 'Bob Cole'])
    expect(await json(invited, first, 'rotation')).toEqual({ past: [] })
    expect((await invited.inject(`/api/meetings/${second}/roster`)).statusCode).toBe(403)
  })
})
