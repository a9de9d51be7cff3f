import type { Meeting, MeetingId } from '@plenary/shared/meeting'

import { getMeeting, isByName } from '../app/api.ts'
import { openSession, type Session } from '../connection/index.ts'
import { Replica } from '../export/replica.ts'
import { Introduction } from '../identity/introduction.ts'
import { knownAs, ownPerson, type OwnPerson } from '../presence/index.ts'
import { leaveWhenSaved } from './farewell.ts'
import { forgetMeeting, rememberedMeeting, rememberMeeting } from './remembered.ts'

/** Everything that a meeting's page stands on. */
export interface OpenMeeting {
  readonly meeting: Meeting
  readonly session: Session
  readonly me: OwnPerson
  readonly introduction: Introduction
  readonly replica: Replica
}

export type MeetingState =
  | { readonly state: 'loading' }
  | { readonly state: 'missing' }
  | {
      readonly state: 'failed'
      readonly message: string
      /** Only people who are known here may read. */
      readonly isByName: boolean
    }
  | ({ readonly state: 'open' } & OpenMeeting)

/** From coming to a meeting's page until leaving it. */
export class Visit {
  private readonly ends: (() => void)[] = []
  private readonly isSeen: boolean
  private left = false

  /** `tell` hears how far it is. `isSeen`: whether the others see somebody here, which a projector is not. */
  constructor(id: MeetingId, tell: (state: MeetingState) => void, isSeen = true) {
    this.isSeen = isSeen
    void this.enter(id, tell)
  }

  leave(): void {
    this.left = true
    for (const end of this.ends.toReversed()) end()
  }

  private async enter(id: MeetingId, tell: (state: MeetingState) => void): Promise<void> {
    const outcome = await getMeeting(id)
    if (this.left) return
    if (outcome.ok) {
      rememberMeeting(outcome.value)
      tell({ state: 'open', ...this.open(outcome.value) })
    } else if (outcome.failure.code === 'not-found') {
      forgetMeeting(id)
      tell({ state: 'missing' })
    } else if (isByName(outcome.failure)) {
      tell({ state: 'failed', message: outcome.failure.message, isByName: true })
    } else {
      const known = rememberedMeeting(id)
      // Opened from what this browser keeps; the session connects when the server is back.
      if (known !== undefined) tell({ state: 'open', ...this.open(known) })
      else tell({ state: 'failed', message: outcome.failure.message, isByName: false })
    }
  }

  private open(meeting: Meeting): OpenMeeting {
    const session = openSession(meeting)
    const me = ownPerson()
    const introduce = () =>
      session.awareness.setLocalStateField('user', knownAs(me.get(), session.ledger.you.get()?.person ?? null))
    if (this.isSeen) introduce()
    const replica = new Replica(session, meeting, startLens)
    this.ends.push(
      () => leaveWhenSaved(session),
      () => me.close(),
      ...(this.isSeen ? [me.subscribe(introduce), session.ledger.you.subscribe(introduce)] : []),
      () => replica.close(),
    )
    return { meeting, session, me, introduction: new Introduction(session, me), replica }
  }
}

function startLens(): Worker {
  return new Worker(new URL('../export/worker.ts', import.meta.url), { type: 'module', name: 'lens' })
}
