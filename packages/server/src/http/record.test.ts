import { expect, test } from 'vitest'

import { MemoryStore } from '../store/memory.ts'
import { Participant } from '../testing/participant.ts'
import { believing, member, named } from '../testing/people.ts'
import { listen, newMeeting, testServer } from '../testing/server.ts'

test('[HT14] the record is what the ledger comes to, from the open room and from disk alike', async () => {
  const store = new MemoryStore()
  const { app } = await testServer({ entrance: believing(), store })
  const [id, url] = [await newMeeting(app), await listen(app)]
  const record = `/api/meetings/${id}/record`
  expect((await app.inject(record)).json()).toMatchObject({ sequence: 0, phase: { phase: 'before' }, polls: [] })
  const cem = await Participant.join(url, id, member('Cem', 'chair'))
  await cem.ask({ do: 'check-in', as: 'present' })
  await cem.ask({ do: 'exempt', exempt: true })
  await cem.ask({ do: 'give-role', person: named('Ann').id, name: 'Ann', role: 'note-taker' })
  const open = (await app.inject(`${record}?entries=true`)).json<object>()
  expect(open).toMatchObject({
    sequence: 3,
    attendance: [{ attendee: { name: 'Cem' }, as: 'present' }],
    exempt: [named('Cem').id],
    roles: { [named('Ann').id]: 'note-taker' },
    entries: cem.entries,
  })
  const { app: other } = await testServer({ store })
  expect((await other.inject(`${record}?entries=true`)).json()).toEqual(open)
  expect((await app.inject(record)).json()).not.toHaveProperty('entries')
})

test('[HT6] there is no record of an unknown meeting', async () => {
  const { app } = await testServer()
  const answer = await app.inject(`/api/meetings/${'a'.repeat(26)}/record`)
  expect([answer.statusCode, answer.json()]).toMatchObject([404, { error: { code: 'not-found' } }])
})
