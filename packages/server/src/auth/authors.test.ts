import { CLOSE } from '@plenary/shared/protocol'
import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { MemoryStore } from '../store/memory.ts'
import { eventually } from '../testing/eventually.ts'
import { invitedMeeting, minutesFor } from '../testing/invited-meeting.ts'
import { Mallory } from '../testing/mallory.ts'
import { listen, newMeeting, testServer } from '../testing/server.ts'
import { ADMINISTRATOR, introduce, TOKEN } from '../testing/visitor.ts'

describe('who wrote', () => {
  test('[GU10] nobody goes on with what another person began, however they are connected', async () => {
    const here = await invitedMeeting()
    const [ann, bob] = [await here.come('Ann', 'participant'), await here.come('Bob', 'participant')]
    const writing = await Mallory.join(here.url, { ...ann.headers })
    writing.write('ours ')
    await eventually(() => writing.saved === 1)
    const forging = await Mallory.join(here.url, { ...bob.headers })
    forging.doc.clientID = writing.doc.clientID
    forging.write('FORGED ')
    await eventually(() => forging.code !== undefined)
    expect(forging.code).toBe(CLOSE.refused)
    expect(forging.notices).toEqual([expect.stringContaining('somebody else wrote')])
    const elsewhere = await Mallory.join(here.url, { ...ann.headers })
    elsewhere.doc.clientID = writing.doc.clientID
    writing.leave()
    elsewhere.write('mine ')
    await eventually(() => elsewhere.saved === 1)
    expect(await minutesFor(here)).toBe('mine ours weekly\n')
  })

  test('[GU10] not after a restart either, and what is sent again is taken from anybody', async () => {
    const store = new MemoryStore()
    const settings = { auth: { access: 'invited', token: TOKEN }, store } as const
    const first = await testServer(settings)
    const id = await newMeeting(first.app, { markdown: 'weekly\n' }, ADMINISTRATOR)
    const url = async (app: FastifyInstance): Promise<string> => `${await listen(app)}/sync/${id}`
    const writing = await Mallory.join(await url(first.app), ADMINISTRATOR)
    writing.write('ours ')
    await eventually(() => writing.saved === 1)
    await first.app.close()
    expect([...(await store.owners(id)).keys()]).toEqual([writing.doc.clientID])
    const second = await testServer(settings)
    const token = (await second.entrance.tokens.make('bot', { of: 'server' }, 'participant')) ?? ''
    const forging = await Mallory.join(await url(second.app), { authorization: `Bearer ${token}` })
    forging.say({ kind: 'sync-step-2', update: Y.encodeStateAsUpdate(forging.doc) })
    await eventually(() => forging.saved === 1)
    forging.doc.clientID = writing.doc.clientID
    forging.write('FORGED ')
    await eventually(() => forging.code === CLOSE.refused)
  })

  test('[GU10] what somebody without a name began is theirs who goes on with it under one', async () => {
    const { app, store } = await testServer()
    const id = await newMeeting(app, { markdown: 'weekly\n' })
    const url = `${await listen(app)}/sync/${id}`
    const nameless = await Mallory.join(url)
    nameless.write('one ')
    await eventually(() => nameless.saved === 1)
    expect(await store.owners(id)).toEqual(new Map())
    const [ann, bob] = [await introduce(app, 'Ann'), await introduce(app, 'Bob')]
    const { clientID } = nameless.doc
    nameless.leave()
    const named = await Mallory.join(url, { ...ann.headers })
    named.doc.clientID = clientID
    named.write('two ')
    await eventually(() => named.saved === 1)
    expect(await store.owners(id)).toEqual(new Map([[clientID, ann.person.id]]))
    for (const headers of [{ ...bob.headers }, {}]) {
      const other = await Mallory.join(url, headers)
      other.doc.clientID = clientID
      other.write('FORGED ')
      await eventually(() => other.code === CLOSE.refused)
    }
  })
})

describe('who is seen', () => {
  test('[PR5] everybody is shown under the name by which the server knows them', async () => {
    const here = await invitedMeeting()
    const [ann, bob] = [await here.come('Ann', 'participant'), await here.come('Bob', 'participant')]
    const [seeing, forging] = [
      await Mallory.join(here.url, { ...ann.headers }),
      await Mallory.join(here.url, { ...bob.headers }),
    ]
    const forged = { user: { id: ann.person.id, name: 'Ann', color: '#d92a38', role: 'chair' }, cursor: null }
    forging.wave(forged)
    await eventually(() => seeing.stateOf(forging.doc.clientID) !== undefined)
    const known = { id: bob.person.id, name: 'Bob', guest: true }
    expect(seeing.stateOf(forging.doc.clientID)).toEqual({ user: { ...known, color: '#d92a38' }, cursor: null })
    forging.wave({ user: { name: 'Ann', color: 'url(https://evil.example)' } }, forging.doc.clientID, 2)
    await eventually(() => !('cursor' in (seeing.stateOf(forging.doc.clientID) as object)))
    expect(seeing.stateOf(forging.doc.clientID)).toEqual({ user: known })
  })

  test('[PR5] nobody is seen as the client under which another person wrote', async () => {
    const here = await invitedMeeting()
    const [ann, bob] = [await here.come('Ann', 'participant'), await here.come('Bob', 'participant')]
    const writing = await Mallory.join(here.url, { ...ann.headers })
    writing.write('ours ')
    await eventually(() => writing.saved === 1)
    const { clientID } = writing.doc
    writing.leave()
    const seeing = await Mallory.join(here.url, ADMINISTRATOR)
    const forging = await Mallory.join(here.url, { ...bob.headers })
    forging.wave({ user: { name: 'Ann' } }, clientID)
    forging.wave({ user: { name: 'Bob' } })
    await eventually(() => seeing.stateOf(forging.doc.clientID) !== undefined)
    expect(seeing.stateOf(clientID)).toBeUndefined()
  })

  test('[PR5] who has said no name is what they say, but nobody whom the server knows', async () => {
    const { app } = await testServer()
    const url = `${await listen(app)}/sync/${await newMeeting(app)}`
    const ann = await introduce(app, 'Ann')
    const [seeing, forging] = [await Mallory.join(url), await Mallory.join(url)]
    forging.wave({ user: { id: ann.person.id, name: 'Ann', color: '#d92a38' } })
    await eventually(() => seeing.stateOf(forging.doc.clientID) !== undefined)
    expect(seeing.stateOf(forging.doc.clientID)).toEqual({ user: { name: 'Ann', color: '#d92a38' } })
    const own = { user: { id: '6a1f1e57-5f0e-4a60-9a0e-1f5f8f0f8f0f', name: 'Zoe', color: '#0e78ae' } }
    forging.wave(own, forging.doc.clientID, 2)
    await eventually(() => JSON.stringify(seeing.stateOf(forging.doc.clientID)) === JSON.stringify(own))
  })
})
