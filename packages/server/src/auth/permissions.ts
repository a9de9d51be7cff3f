import { type LedgerState, roleOf, WHAT_TO_DO } from '@plenary/shared/ledger'
import { type Action, can, isMeetingId, type Level, type MeetingId, type Role } from '@plenary/shared/meeting'

import { AppError } from '../error.ts'
import type { MeetingRecord, Store } from '../store/store.ts'
import { type Access, grantedRole, type Visitor } from './who.ts'

/** What a route asks of whoever calls it. Each route names it in its `config`, and `ask.ts` sees to it. */
export type Asks =
  /** Nothing: the page, signs of life, and how to become somebody. */
  | 'nothing'
  /** To have been let in: on an open server everybody is, on the other ones who has any role. */
  | 'entry'
  /** To be one of those who begin meetings. */
  | 'begin'
  /** That they may do this in the meeting that the address names as `:id`. */
  | Action
  /** The route asks by itself, because a page has to hear of it in another way. */
  | 'itself'

/** What somebody may in one meeting, now. */
export interface Permission {
  readonly role: Role | null
  readonly level: Level
}

export interface PermissionsOptions {
  readonly access: Access
  readonly store: Store
  /** Whether people may sign in with a provider. */
  readonly canSignIn: boolean
  /** What the ledger of a meeting says now. */
  readonly ledger: (id: MeetingId) => Promise<LedgerState>
}

/** Who may what: the one place that is asked, for every request and every connection. */
export class Permissions {
  readonly #options: PermissionsOptions

  constructor(options: PermissionsOptions) {
    this.#options = options
  }

  /** Throws `AppError` where somebody may not; the meeting is looked up only for who has been let in. */
  async ask(visitor: Visitor, asks: Asks, id: MeetingId | undefined): Promise<void> {
    if (asks === 'nothing' || asks === 'itself') return
    if (asks === 'entry') return this.#askEntry(visitor)
    if (asks === 'begin') return this.#askBegin(visitor)
    await this.meeting(visitor, asks, id ?? '')
  }

  /** The record of a meeting in which somebody may do this. Throws `AppError` where they may not, or there is none. */
  async meeting(visitor: Visitor, action: Action, id: MeetingId): Promise<MeetingRecord> {
    this.#askEntry(visitor)
    const record = isMeetingId(id) ? await this.#options.store.meeting(id) : undefined
    if (record === undefined) throw new AppError('not-found', 'There is no such meeting.')
    const { role, level } = await this.in(visitor, record)
    if (!can(role, action, level)) throw this.#refusal(visitor, WHAT_TO_DO[action])
    return record
  }

  /** What somebody may in a meeting. */
  async in(visitor: Visitor, meeting: Pick<MeetingRecord, 'id' | 'group'>): Promise<Permission> {
    const state = await this.#options.ledger(meeting.id)
    const { person } = visitor
    const isOpen = this.#options.access === 'open'
    const granted = grantedRole(visitor, meeting)
    return { role: roleOf({ person: person?.id ?? null, granted, isOpen }, state), level: state.level }
  }

  /** Of some meetings those that somebody may read. Whoever was given any role may, and no ledger takes that away. */
  readable(visitor: Visitor, meetings: readonly MeetingRecord[]): readonly MeetingRecord[] {
    if (this.#options.access === 'open') return meetings
    return meetings.filter((meeting) => grantedRole(visitor, meeting) !== null)
  }

  /** Whether somebody may begin a meeting for this group, or for none. */
  mayBegin({ grants }: Visitor, group: string | undefined): boolean {
    if (this.#options.access === 'open') return true
    const wide = grants.filter(({ scope }) => scope.of !== 'meeting')
    const here = group === undefined ? wide.filter(({ scope }) => scope.of === 'server') : wide
    return can(grantedRole({ grants: here }, { id: '', ...(group !== undefined && { group }) }), 'edit', 'open-floor')
  }

  #askEntry(visitor: Visitor): void {
    if (this.#options.access === 'invited' && visitor.grants.length === 0) {
      throw this.#refusal(visitor, 'You have not been invited to anything here. Ask for an invitation.')
    }
  }

  #askBegin(visitor: Visitor): void {
    const groups = visitor.grants.flatMap(({ scope }) => (scope.of === 'group' ? scope.group : []))
    if (![undefined, ...groups].some((group) => this.mayBegin(visitor, group))) {
      throw this.#refusal(visitor, 'Only who was invited to a group, or to the whole server, may begin a meeting.')
    }
  }

  #refusal({ person }: Visitor, sentence: string): AppError {
    if (person !== null) return new AppError('forbidden', sentence)
    const signIn = this.#options.canSignIn ? ', or sign in' : ''
    return new AppError('who-are-you', `Say who you are first: follow your invitation${signIn}.`)
  }
}
