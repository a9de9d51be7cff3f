import type { PastNoteTaking } from '@plenary/shared/ledger'
import type { MeetingId, Person, Role } from '@plenary/shared/meeting'

import { ask, askForList, type Outcome, request, sending } from './api.ts'

/** Who the server takes this browser for, and by whom else somebody may be known here. */
export interface Me {
  readonly person: Person | null
  readonly administrator: boolean
  readonly access: 'open' | 'invited'
  readonly providers: readonly { readonly id: string; readonly name: string }[]
}

/** What somebody says of themselves. */
export interface SaidName {
  readonly name: string
  readonly affiliation?: string
}

export interface Accepted {
  readonly person: Person
  /** Null where the invitation was to the whole server. */
  readonly meeting: MeetingId | null
  readonly role: Role
}

/** An invitation as the list has it: the link itself is told only once. */
export interface Invitation {
  readonly id: string
  readonly role: Role
  /** To all meetings of the group. */
  readonly group: boolean
  /** ISO 8601; null: it does not end by itself. */
  readonly until: string | null
  /** How many people may use it; null: as many as like. */
  readonly uses: number | null
  readonly used: number
}

export interface InvitationTerms {
  readonly role: Role
  readonly hours?: number
  readonly uses?: number
  /** To all meetings of the group. */
  readonly group?: boolean
}

/** Somebody from the group's minutes. */
export interface RosterEntry {
  readonly name: string
  readonly affiliation?: string
  readonly handle?: string
  readonly initials?: string
}

export function getMe(): Promise<Outcome<Me>> {
  return ask<Me>('/api/me')
}

/** Says one's name; the server remembers it by a cookie. */
export function postMe(said: SaidName): Promise<Outcome<unknown>> {
  return request('/api/me', sending('POST', said))
}

/** In this browser, or in all that the person has signed in with. */
export function signOut(isEverywhere: boolean): Promise<Outcome<unknown>> {
  return request(isEverywhere ? '/api/me?everywhere=true' : '/api/me', { method: 'DELETE' })
}

/** Where a provider's word on who somebody is begins; it leads back to this page. */
export function signInPath(provider: string): string {
  return `/api/sign-in/${encodeURIComponent(provider)}?back=${encodeURIComponent(location.pathname)}`
}

export function acceptInvitation(token: string, said?: SaidName): Promise<Outcome<Accepted>> {
  return ask<Accepted>('/api/invitations/accept', sending('POST', { token, ...said }))
}

export function invite(meeting: MeetingId, terms: InvitationTerms): Promise<Outcome<{ id: string; url: string }>> {
  return ask<{ id: string; url: string }>(`/api/meetings/${meeting}/invitations`, sending('POST', terms))
}

export function listInvitations(meeting: MeetingId): Promise<Outcome<readonly Invitation[]>> {
  return askForList<Invitation>(`/api/meetings/${meeting}/invitations`, 'invitations')
}

export function revokeInvitation(meeting: MeetingId, invitation: string): Promise<Outcome<unknown>> {
  return request(`/api/meetings/${meeting}/invitations/${encodeURIComponent(invitation)}`, { method: 'DELETE' })
}

/** The people of this group's minutes; nobody where that cannot be asked, as it only completes what is typed. */
export async function getRoster(meeting: MeetingId): Promise<readonly RosterEntry[]> {
  const outcome = await askForList<RosterEntry>(`/api/meetings/${meeting}/roster`, 'people')
  return outcome.ok ? outcome.value : []
}

/** Who took notes in this group's earlier meetings; nobody where that cannot be asked. */
export async function getRotation(meeting: MeetingId): Promise<readonly PastNoteTaking[]> {
  const outcome = await askForList<PastNoteTaking>(`/api/meetings/${meeting}/rotation`, 'past')
  return outcome.ok ? outcome.value : []
}
