import type { ErrorBody, ErrorCode, Meeting, MeetingId } from '@plenary/shared/meeting'
import type { HouseStyle } from '@plenary/shared/style'

/** Why a request brought nothing: a code for the page and a sentence for the person. */
export interface Failure {
  readonly code: ErrorCode | 'unreachable'
  readonly message: string
}

/** Whether the server lets in only people whom it knows, or knows for something else. */
export function isByName({ code }: Failure): boolean {
  return code === 'who-are-you' || code === 'forbidden'
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export interface NewMeeting {
  readonly title?: string
  readonly markdown?: string
  readonly style?: StyleChoice
  /** `2027-04-27` */
  readonly date?: string
}

/** A style that comes with Plenary by its name, that of another meeting, or a whole one. */
export type StyleChoice = string | { readonly like: MeetingId } | HouseStyle

export interface NamedStyle {
  readonly id: string
  readonly style: HouseStyle
}

/** How a meeting is written, and who says so. */
export interface MeetingStyle {
  readonly origin: 'stored' | 'inferred' | 'plain'
  readonly style: HouseStyle
}

export interface Created {
  readonly id: MeetingId
  readonly url: string
}

const UNREACHABLE: Failure = {
  code: 'unreachable',
  message: 'The server cannot be reached. Check your connection, then try again.',
}

export function listMeetings(): Promise<Outcome<readonly Meeting[]>> {
  return askForList<Meeting>('/api/meetings', 'meetings')
}

export function getMeeting(id: MeetingId): Promise<Outcome<Meeting>> {
  // Without what the server would have to read the minutes for: they are on their way here themselves.
  return ask<Meeting>(`/api/meetings/${id}?structure=false`)
}

export function createMeeting(meeting: NewMeeting): Promise<Outcome<Created>> {
  return ask<Created>('/api/meetings', sending('POST', meeting))
}

export function listStyles(): Promise<Outcome<readonly NamedStyle[]>> {
  return askForList<NamedStyle>('/api/styles', 'styles')
}

export function getStyle(id: MeetingId): Promise<Outcome<MeetingStyle>> {
  return ask<MeetingStyle>(`/api/meetings/${id}/style`)
}

/** Stores how a meeting is written; null takes that back. */
export function putStyle(id: MeetingId, style: StyleChoice | null): Promise<Outcome<MeetingStyle>> {
  return ask<MeetingStyle>(`/api/meetings/${id}/style`, sending('PUT', { style }))
}

/** So long an answer may take to begin (ms). */
const PATIENCE = 4_000

/** The text that was imported, with every byte that it had; the byte order mark too, which `Response.text()` would drop. */
export async function getBase(id: MeetingId): Promise<Outcome<string>> {
  // A connection that died in silence gives neither answer nor error, and whoever copies their text would wait for ever.
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE)
  const answer = await request(`/api/meetings/${id}/base.md`, { signal: patience.signal })
  // It has begun to answer; how long the rest takes is the network's.
  clearTimeout(timer)
  if (!answer.ok) return answer
  try {
    const bytes = await answer.value.arrayBuffer()
    return { ok: true, value: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
  } catch {
    return { ok: false, failure: UNREACHABLE }
  }
}

/** Asks for JSON. */
export async function ask<T>(path: string, init?: RequestInit): Promise<Outcome<T>> {
  const answer = await request(path, init)
  if (!answer.ok) return answer
  try {
    return { ok: true, value: (await answer.value.json()) as T }
  } catch {
    return { ok: false, failure: notUnderstood(answer.value.status) }
  }
}

/** Asks for a list, which has this name in the answer. */
export async function askForList<Item>(path: string, name: string): Promise<Outcome<readonly Item[]>> {
  const outcome = await ask<Readonly<Record<string, readonly Item[]>>>(path)
  return outcome.ok ? { ok: true, value: outcome.value[name] ?? [] } : outcome
}

/** Sends JSON. */
export function sending(method: 'POST' | 'PUT', body: object): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** Asks for something whose answer says nothing. */
export async function request(path: string, init?: RequestInit): Promise<Outcome<Response>> {
  let response: Response
  try {
    response = await fetch(path, init)
  } catch {
    // `fetch` throws only when nothing answered.
    return { ok: false, failure: UNREACHABLE }
  }
  return response.ok ? { ok: true, value: response } : { ok: false, failure: await failureOf(response) }
}

/** The server's own sentence, or one for what stands between here and there (a proxy that answers with a page of HTML). */
async function failureOf(response: Response): Promise<Failure> {
  try {
    const { error } = (await response.json()) as ErrorBody
    if (typeof error.message === 'string') return { code: error.code, message: error.message }
  } catch {
    // Not the server's JSON: said in our own words below.
  }
  return notUnderstood(response.status)
}

function notUnderstood(status: number): Failure {
  return {
    code: 'internal',
    message: `The server gave an answer that makes no sense (${status}). Try again in a minute.`,
  }
}
