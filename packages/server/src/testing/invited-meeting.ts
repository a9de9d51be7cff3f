import type { Level, Role } from '@plenary/shared/meeting'
import type { FastifyInstance } from 'fastify'
import { expect } from 'vitest'

import type { Entrance } from '../auth/entrance.ts'
import type { FaultyStore } from './faulty-store.ts'
import { Participant } from './participant.ts'
import { listen, newMeeting, testServer } from './server.ts'
import { ADMINISTRATOR, asked, type CameIn, comeIn, TOKEN } from './visitor.ts'

/** Somebody who came by an invitation, and which one. */
export interface Guest extends CameIn {
  readonly invitation: string
}

/** A meeting on an invited server, whose minutes say `weekly`. */
export interface InvitedMeeting {
  readonly app: FastifyInstance
  readonly entrance: Entrance
  readonly store: FaultyStore
  readonly id: string
  /** Of its websocket. */
  readonly url: string
  /** Somebody new with this role. */
  come(name: string, role: Role): Promise<Guest>
  /** Takes away what somebody's invitation gave them, and opens no meeting for it. */
  revoke(guest: Guest): Promise<void>
  set(level: Level): Promise<void>
}

export async function invitedMeeting(): Promise<InvitedMeeting> {
  const { app, entrance, store } = await testServer({ auth: { access: 'invited', token: TOKEN } })
  const id = await newMeeting(app, { markdown: 'weekly\n' }, ADMINISTRATOR)
  const url = `${await listen(app)}/sync/${id}`
  return {
    app,
    entrance,
    store,
    id,
    url,
    come: async (name, role) => {
      const invited = await asked(app, 'POST', `/api/meetings/${id}/invitations`, {
        body: { role },
        headers: ADMINISTRATOR,
      })
      const made = invited.json<{ id: string; url: string }>()
      return { ...(await comeIn(app, made.url.split('=')[1] ?? '', name)), invitation: made.id }
    },
    revoke: async ({ invitation }) => {
      expect(await entrance.invitations.revoke({ of: 'meeting', id }, invitation)).toBe(true)
    },
    set: async (level) => {
      const chair = await Participant.open(url, ADMINISTRATOR)
      expect(await chair.ask({ do: 'set-level', level })).toMatchObject({ ok: true })
      chair.leave()
    },
  }
}

/** What the minutes say to its administrator, as Markdown. */
export async function minutesFor({ app, id }: Pick<InvitedMeeting, 'app' | 'id'>): Promise<string> {
  return (await asked(app, 'GET', `/api/meetings/${id}/minutes.md`, { headers: ADMINISTRATOR })).body
}
