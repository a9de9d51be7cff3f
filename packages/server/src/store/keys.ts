import type { MeetingId } from '@plenary/shared/meeting'

/**
 * The keys of the LevelDB store. The separator sorts below every character that an id may have, so that all keys of one
 * meeting lie together and none of another between them, even if one id begins with the other.
 *
 *   format                      the version of this layout, in digits; see `format.ts` for how it is changed
 *   meeting!<id>                the record, as JSON
 *   base!<sha256>               an imported text, as UTF-8
 *   snapshot!<id>               vu(through), then the state as one Yjs update
 *   outline!<id>                the outline of the snapshot, where there is one
 *   log!<id>!<sequence>         one Yjs update; the sequence as 14 hexadecimal digits, so that keys sort by it
 *   quarantine!<id>!<sequence>  an update that could not be read
 *   ledger!<id>!<sequence>      entries of the ledger that came about together, each with what stays beside it, as JSON; the sequence
 *                               is that of the first
 *   reasons!<id>                the reasons that are held back until their secret polls are closed, as JSON
 *   inscribed!<id>              how far the ledger has been written into the minutes, in digits
 *   client!<id>!<client>        the person who first wrote under this client of Yjs; the client as 14 hexadecimal digits
 *   register!<key>              something of people and what they may, as JSON; see `register.ts`
 */
export const FORMAT_KEY = 'format'
export const REGISTER = 'register!'
export const MEETINGS = { gt: 'meeting!', lt: 'meeting"' } as const
export const OUTLINES = { gt: 'outline!', lt: 'outline"' } as const

export const meetingKey = (id: MeetingId): string => `meeting!${checked(id)}`
export const baseKey = (hash: string): string => `base!${checked(hash)}`
export const snapshotKey = (id: MeetingId): string => `snapshot!${checked(id)}`
export const outlineKey = (id: MeetingId): string => `outline!${checked(id)}`
export const logKey = (id: MeetingId, sequence: number): string => `log!${checked(id)}!${digits(sequence)}`
export const quarantineKey = (id: MeetingId, sequence: number): string =>
  `quarantine!${checked(id)}!${digits(sequence)}`
export const ledgerKey = (id: MeetingId, sequence: number): string => `ledger!${checked(id)}!${digits(sequence)}`
export const reasonsKey = (id: MeetingId): string => `reasons!${checked(id)}`
export const inscribedKey = (id: MeetingId): string => `inscribed!${checked(id)}`

/** The log of one meeting after `sequence`, up to and including `last`. */
export function logRange(id: MeetingId, after: number, last = Number.MAX_SAFE_INTEGER): { gt: string; lte: string } {
  return { gt: logKey(id, after), lte: logKey(id, last) }
}

/** The whole ledger of one meeting. */
export function ledgerRange(id: MeetingId): { gte: string; lte: string } {
  return { gte: ledgerKey(id, 0), lte: ledgerKey(id, Number.MAX_SAFE_INTEGER) }
}

export function sequenceOf(key: string): number {
  return Number.parseInt(key.slice(key.lastIndexOf('!') + 1), 16)
}

export const clientKey = (id: MeetingId, client: number): string => `client!${checked(id)}!${digits(client)}`

export function clientRange(id: MeetingId): { gte: string; lte: string } {
  return { gte: clientKey(id, 0), lte: clientKey(id, Number.MAX_SAFE_INTEGER) }
}

/** Where everything of one meeting lies. */
export function rangesOf(id: MeetingId): { gte: string; lte: string }[] {
  const keys = [meetingKey(id), snapshotKey(id), outlineKey(id), reasonsKey(id), inscribedKey(id)]
  const last = Number.MAX_SAFE_INTEGER
  return [
    ...keys.map((key) => ({ gte: key, lte: key })),
    { gte: logKey(id, 0), lte: logKey(id, last) },
    { gte: quarantineKey(id, 0), lte: quarantineKey(id, last) },
    clientRange(id),
    ledgerRange(id),
  ]
}

/** The meeting that a key belongs to; imported texts and the format belong to none. */
export function idIn(key: string): MeetingId | undefined {
  return /^(?:meeting|snapshot|outline|log|quarantine|ledger|reasons|inscribed|client)!([a-z0-9-]+)/.exec(key)?.[1]
}

/** The keys of the register that begin so. */
export function registerRange(prefix: string): { gte: string; lt: string } {
  // `~` sorts above every character that a key may have.
  return { gte: registerKey(prefix), lt: `${registerKey(prefix)}~` }
}

export function registerKey(key: string): string {
  if (!/^[a-z0-9!-]+$/.test(key)) throw new Error('a key of the register is made of a-z, 0-9, - and !')
  return `${REGISTER}${key}`
}

function digits(sequence: number): string {
  return sequence.toString(16).padStart(14, '0')
}

function checked(id: string): string {
  if (!/^[a-z0-9-]+$/.test(id)) throw new Error('an id in a key is made of a-z, 0-9 and -')
  return id
}
