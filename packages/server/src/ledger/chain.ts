import { createHash } from 'node:crypto'

import type { Entry, LedgerEvent } from '@plenary/shared/ledger'
import type { MeetingId } from '@plenary/shared/meeting'

import type { Kept, SealedBallot } from '../store/store.ts'

/** An entry that has no place in the chain yet. */
export type Unchained = Omit<Entry, 'previous' | 'hash'>

/** What the first entry of a meeting's ledger follows. */
export function beginning(id: MeetingId): string {
  return sha256(id)
}

/** Gives an entry its place behind the entry with the hash `previous`. */
export function chained(entry: Unchained, previous: string): Entry {
  return { ...entry, previous, hash: hashOf({ ...entry, previous }) }
}

/** What stands in an entry for a choice that only the server knows: SHA-256 of `<choice> <salt>`, in hexadecimal. */
export function sealOf({ choice, salt }: Pick<SealedBallot, 'choice' | 'salt'>): string {
  return sha256(`${choice} ${salt}`)
}

export interface Examined {
  /** The ledger up to where something is wrong. */
  readonly sound: readonly Kept[]
  /** What is wrong there, as a sentence. */
  readonly trouble: string | undefined
}

/** Follows the chain from its beginning, and holds the ballots against their seals. */
export function examined(id: MeetingId, ledger: readonly Kept[]): Examined {
  let before = { sequence: 0, time: '', hash: beginning(id) }
  for (const [index, kept] of ledger.entries()) {
    const trouble = troubleWith(kept, before)
    if (trouble !== undefined) return { sound: ledger.slice(0, index), trouble }
    before = kept.entry
  }
  return { sound: ledger, trouble: undefined }
}

function troubleWith(
  { entry, ballot }: Kept,
  before: { readonly sequence: number; readonly time: string; readonly hash: string },
): string | undefined {
  const { sequence, time, previous, hash, event } = entry
  if (sequence !== before.sequence + 1) return `Entry ${before.sequence + 1} of its ledger is missing.`
  if (hash !== hashOf(entry)) return `Entry ${sequence} of its ledger was changed.`
  if (previous !== before.hash) return `Entry ${sequence} of its ledger does not follow the one before.`
  if (time < before.time) return `Entry ${sequence} of its ledger is older than the one before.`
  return isSealed(event, ballot)
    ? undefined
    : `The ballot of entry ${sequence} of its ledger is not the one that was cast.`
}

function isSealed(event: LedgerEvent, ballot: SealedBallot | undefined): boolean {
  if (event.type !== 'ballot-cast' || ballot === undefined) return event.type !== 'ballot-cast' && ballot === undefined
  return event.poll === ballot.poll && event.person === ballot.person && event.seal === sealOf(ballot)
}

/** Of everything but the hash itself. */
function hashOf(entry: Omit<Entry, 'hash'>): string {
  return sha256(canonical({ ...entry, hash: undefined }))
}

/** JSON without blanks, with the names of each object in the order of their UTF-16 units, as RFC 8785 has it. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => (isRecord(part) ? inOrder(part) : part))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function inOrder(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
