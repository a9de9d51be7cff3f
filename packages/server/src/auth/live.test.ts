import { once } from 'node:events'

import { LEVEL_SENTENCES } from '@plenary/shared/meeting'
import { CLOSE } from '@plenary/shared/protocol'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

import { eventually } from '../testing/eventually.ts'
import { invitedMeeting, minutesFor } from '../testing/invited-meeting.ts'
import { Mallory } from '../testing/mallory.ts'
import { Participant } from '../testing/participant.ts'
import { listen, newMeeting, testServer } from '../testing/server.ts'
import { ADMINISTRATOR, asked, type CameIn, comeIn, introduce } from '../testing/visitor.ts'

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
    expect(await minutesFor(here)).toBe('weekly\n')
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
    expect((await minutesFor(here)).split(' ').toSorted()).toEqual(['again', 'free', 'still', 'weekly\n'])
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
