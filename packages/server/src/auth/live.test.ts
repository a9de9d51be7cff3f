import { once } from 'node:events'

import { LEVEL_SENTENCES } from '@plenary/shared/meeting'
import { CLOSE } from '@plenary/shared/protocol'
import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

import { MemoryStore } from '../store/memory.ts'
import { eventually } from '../testing/eventually.ts'
import { type InvitedMeeting, invitedMeeting } from '../testing/invited-meeting.ts'
import { Mallory } from '../testing/mallory.ts'
import { Participant } from '../testing/participant.ts'
import { listen, newMeeting, testServer } from '../testing/server.ts'
import { ADMINISTRATOR, asked, type CameIn, comeIn, introduce, TOKEN } from '../testing/visitor.ts'

const minutes = async ({ app, id }: InvitedMeeting): Promise<string> =>
  (await asked(app, 'GET', `/api/meetings/${id}/minutes.md`, { headers: ADMINISTRATOR })).body

describe('a connection', () => {
  test('[RL11] of a stranger is refused before the upgrade; a page hears why by a close code', async () => {
    const { url, app } = await invitedMeeting()
    const [error] = (await once(new WebSocket(url), 'error')) as [Error]
    expect(error.message).toContain('401')
    expect((await Mallory.join(url)).code).toBe(CLOSE['who-are-you'])
    expect((await Mallory.join(url, { cookie: 'plenary=forged' })).code).toBe(CLOSE['who-are-you'])
    const other = await newMeeting(app, {}, ADMINISTRATOR)
    const invited = await asked(app, 'POST', `/api/meetings/${other}/invitations`, {
      body: { role: 'chair' },
      headers: ADMINISTRATOR,
    })
    const ann = await comeIn(app, invited.json<{ url: string }>().url.split('=')[1] ?? '', 'Ann')
    const elsewhere = await Mallory.join(url, { ...ann.headers })
    expect(elsewhere.code).toBe(CLOSE['not-allowed'])
    expect(elsewhere.notices).toEqual([expect.stringContaining('ask the chair')])
    expect(elsewhere.text).toBe('')
  })

  test('[RL12] of a reader changes nothing: a page is sent away and keeps its text, other clients are not heard', async () => {
    const here = await invitedMeeting()
    const reader = await here.come('Rea', 'reader')
    const page = await Mallory.join(here.url, { ...reader.headers })
    expect(page.you).toMatchObject({ person: { name: 'Rea' }, role: 'reader' })
    expect(page.text).toContain('weekly')
    page.say({ kind: 'sync-step-2', update: Y.encodeStateAsUpdate(page.doc) })
    await eventually(() => page.saved === 1)
    page.write('FORGED ')
    await eventually(() => page.code !== undefined)
    expect(page.code).toBe(CLOSE['not-allowed'])
    expect(page.notices).toEqual([expect.stringContaining('may not write')])

    const socket = new WebSocket(here.url, { headers: reader.headers })
    await once(socket, 'open')
    const doc = new Y.Doc()
    doc.getXmlFragment('content').insert(0, [new Y.XmlElement('paragraph')])
    for (const kind of [1, 2]) {
      const update = Y.encodeStateAsUpdate(doc)
      socket.send(new Uint8Array([0, kind, update.length, ...update]))
    }
    socket.send(new Uint8Array([0, 0, 1, 0]))
    await once(socket, 'message')
    expect(socket.readyState).toBe(WebSocket.OPEN)
    expect(await minutes(here)).toBe('weekly\n')
    expect((await here.store.load(here.id))?.tail).toEqual([])
  })

  test('[RL12] of a reader is not seen by others', async () => {
    const here = await invitedMeeting()
    const [ann, rea] = [await here.come('Ann', 'participant'), await here.come('Rea', 'reader')]
    const [seeing, reading] = [
      await Mallory.join(here.url, { ...ann.headers }),
      await Mallory.join(here.url, { ...rea.headers }),
    ]
    reading.wave({ user: { name: 'Rea' } })
    await reading.heard()
    seeing.wave({ user: { name: 'Ann' } })
    await eventually(() => reading.stateOf(seeing.doc.clientID) !== undefined)
    expect(seeing.stateOf(reading.doc.clientID)).toBeUndefined()
  })

  test('[RL13] ends at once when its role goes, and is told when it is another one', async () => {
    const here = await invitedMeeting()
    const [ann, bob] = [await here.come('Ann', 'participant'), await here.come('Bob', 'participant')]
    const [one, other] = [
      await Mallory.join(here.url, { ...ann.headers }),
      await Mallory.join(here.url, { ...bob.headers }),
    ]
    one.write('a')
    await eventually(() => one.saved === 1)
    const url = `/api/meetings/${here.id}/invitations/${ann.invitation}`
    await asked(here.app, 'DELETE', url, { headers: ADMINISTRATOR })
    await eventually(() => one.code !== undefined)
    expect(one.code).toBe(CLOSE['not-allowed'])
    const scope = { of: 'meeting', id: here.id } as const
    const offer = { scope, meeting: here.id, by: null, until: null, uses: null, role: 'note-taker' } as const
    const { token } = await here.entrance.invitations.make(offer)
    await asked(here.app, 'POST', '/api/invitations/accept', { body: { token }, headers: bob.headers })
    await eventually(() => other.you?.role === 'note-taker')
    expect(other.code).toBeUndefined()
  })

  test('[RL13] ends when its role goes, whatever the ledger says: who takes notes, or was made a chair there, is out', async () => {
    const here = await invitedMeeting()
    const [ann, bob] = [await here.come('Ann', 'participant'), await here.come('Bob', 'participant')]
    const [taking, chairing] = [
      await Participant.open(here.url, { ...ann.headers }),
      await Participant.open(here.url, { ...bob.headers }),
    ]
    const chair = await Participant.open(here.url, ADMINISTRATOR)
    expect(await taking.ask({ do: 'take-over' })).toMatchObject({ ok: true })
    const { id: person, name } = bob.person
    expect(await chair.ask({ do: 'give-role', person, name, role: 'chair' })).toMatchObject({ ok: true })
    await eventually(() => taking.you?.role === 'note-taker' && chairing.you?.role === 'chair')
    for (const { headers, invitation } of [ann, bob]) {
      const url = `/api/meetings/${here.id}/invitations/${invitation}`
      await asked(here.app, 'DELETE', url, { headers: ADMINISTRATOR })
      const again = await Mallory.join(here.url, { ...headers })
      expect([again.code, again.text]).toEqual([CLOSE['not-allowed'], ''])
      const minutes = await asked(here.app, 'GET', `/api/meetings/${here.id}/minutes.md`, { headers })
      expect(minutes.statusCode).toBe(403)
    }
    await eventually(() => [taking, chairing].every(({ code }) => code === CLOSE['not-allowed']))
  })

  test('[RL13] brings in what its person may write at each moment, and ends when it brings more; others read on', async () => {
    const here = await invitedMeeting()
    const [cem, ann, rea] = await Promise.all([
      here.come('Cem', 'note-taker'),
      here.come('Ann', 'participant'),
      here.come('Rea', 'reader'),
    ])
    const join = (who: CameIn): Promise<Mallory> => Mallory.join(here.url, { ...who.headers })
    const [taking, taken, reading] = [await join(cem), await join(ann), await join(rea)]
    taken.write('free ')
    await eventually(() => taken.saved === 1)
    await here.set('note-takers')
    taking.write('still ')
    await eventually(() => taking.saved === 1 && taken.text.includes('still'))
    taken.write('FORGED ')
    await eventually(() => taken.code === CLOSE['not-allowed'])
    expect(taken.notices).toEqual([LEVEL_SENTENCES['note-takers']])
    const again = await join(ann)
    expect(again.text).toContain('still')
    await here.set('open-floor')
    again.write('again ')
    await eventually(() => again.saved === 1)
    await here.set('frozen')
    taking.write('FORGED ')
    await eventually(() => taking.code === CLOSE['not-allowed'])
    expect(taking.notices).toEqual([LEVEL_SENTENCES.frozen])
    expect([again.code, reading.code]).toEqual([undefined, undefined])
    expect(reading.text).toContain('again')
    expect((await minutes(here)).split(' ').toSorted()).toEqual(['again', 'free', 'still', 'weekly\n'])
  })

  test('[RL13] nobody gives themselves a role', async () => {
    const here = await invitedMeeting()
    const ann = await here.come('Ann', 'participant')
    const participant = await Participant.open(here.url, { ...ann.headers })
    for (const person of [ann.person.id, 'x'.repeat(26)]) {
      const answer = await participant.ask({ do: 'give-role', person, name: 'Ann', role: 'chair' })
      expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    }
    expect(await participant.ask({ do: 'set-level', level: 'frozen' })).toMatchObject({ ok: false })
    expect(await participant.ask({ do: 'take-chair' })).toMatchObject({ ok: false })
    expect(participant.you?.role).toBe('participant')
    expect(participant.entries).toEqual([])
  })

  test('[LD10] is told that the chair can be taken only where it would be granted: not beside a chair by a grant', async () => {
    const { app } = await testServer()
    const [ann, bob] = [await introduce(app, 'Ann'), await introduce(app, 'Bob')]
    const url = await listen(app)
    const come = (meeting: string, who: CameIn): Promise<Participant> =>
      Participant.open(`${url}/sync/${meeting}`, { ...who.headers })

    const chaired = await newMeeting(app, {}, { ...ann.headers })
    const other = await come(chaired, bob)
    expect(await other.ask({ do: 'take-chair' })).toMatchObject({ ok: false })
    expect(other.you).toMatchObject({ role: 'participant', mayTakeChair: false })

    const free = await newMeeting(app)
    const [first, second] = [await come(free, ann), await come(free, bob)]
    await eventually(() => first.you?.mayTakeChair === true && second.you?.mayTakeChair === true)
    expect(await second.ask({ do: 'take-chair' })).toMatchObject({ ok: true })
    await eventually(() => first.you?.mayTakeChair === false && second.you?.mayTakeChair === false)
    expect(second.you?.role).toBe('chair')
  })

  test('[RL13] ends when its person signs out, or its token is revoked', async () => {
    const here = await invitedMeeting()
    const ann = await here.come('Ann', 'participant')
    const page = await Mallory.join(here.url, { ...ann.headers })
    await asked(here.app, 'DELETE', '/api/me', { headers: ann.headers })
    await eventually(() => page.code === CLOSE['who-are-you'])
    const token = (await here.entrance.tokens.make('mirror', { of: 'server' }, 'reader')) ?? ''
    const program = await Mallory.join(here.url, { authorization: `Bearer ${token}` })
    expect(program.you).toMatchObject({ person: { kind: 'program' }, role: 'reader' })
    await here.entrance.tokens.revoke('mirror')
    await eventually(() => program.code === CLOSE['who-are-you'])
  })

  test('[WH14] ends when its person signs out everywhere, by another browser', async () => {
    const here = await invitedMeeting()
    const ann = await here.come('Ann', 'participant')
    const elsewhere = here.entrance.people.signIn(ann.person)
    await here.entrance.register.put(elsewhere.changes)
    const page = await Mallory.join(here.url, { cookie: `plenary=${elsewhere.secret}` })
    expect(page.you).toMatchObject({ person: { name: 'Ann' } })
    await asked(here.app, 'DELETE', '/api/me?everywhere=true', { headers: ann.headers })
    await eventually(() => page.code === CLOSE['who-are-you'])
  })

  test('[RL13] shows the new name of somebody who says another one', async () => {
    const here = await invitedMeeting()
    const ann = await here.come('Ann', 'participant')
    const page = await Mallory.join(here.url, { ...ann.headers })
    const answer = await asked(here.app, 'POST', '/api/me', { headers: ann.headers, body: { name: 'Ann Lee' } })
    expect(answer.statusCode).toBe(200)
    await eventually(() => page.you?.person?.name === 'Ann Lee')
  })
})

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
    expect(await minutes(here)).toBe('mine ours weekly\n')
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
