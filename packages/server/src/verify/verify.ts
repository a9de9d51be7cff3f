import { createHash } from 'node:crypto'

import type { MeetingId } from '@plenary/shared/meeting'

import { readBook } from '../ledger/stored-book.ts'
import { encodeOutline } from '../room/outline.ts'
import { outlineOf } from '../room/pile.ts'
import { Replica } from '../room/replica.ts'
import { tidy } from '../room/tidy.ts'
import type { LevelStore } from '../store/level.ts'
import type { MeetingRecord, StoredMinutes } from '../store/store.ts'

/** Something wrong with a meeting, as a sentence. */
export interface Trouble {
  readonly meeting: MeetingId
  readonly sentence: string
}

export interface Findings {
  readonly meetings: number
  /** Log entries that were set aside earlier because they could not be read; they harm nothing. */
  readonly setAside: number
  readonly troubles: readonly Trouble[]
}

/** Reads everything in a store, or only some meetings, as a server would, one meeting after the other. */
export async function verify(store: LevelStore, only?: readonly MeetingId[]): Promise<Findings> {
  const ids = only ?? (await store.ids())
  const troubles: Trouble[] = []
  let setAside = 0
  for (const id of ids) {
    const sentences = [
      ...(await recordTroubles(store, id)),
      ...(await minutesTroubles(store, id)),
      ...(await ledgerTroubles(store, id)),
    ]
    troubles.push(...sentences.map((sentence) => ({ meeting: id, sentence })))
    setAside += await store.setAside(id)
  }
  return { meetings: ids.length, setAside, troubles }
}

async function recordTroubles(store: LevelStore, id: MeetingId): Promise<string[]> {
  let record: MeetingRecord | undefined
  try {
    record = await store.meeting(id)
  } catch (error) {
    return [`Its record cannot be read: ${reasonOf(error)}.`]
  }
  if (record === undefined) return ['It has no record.']
  if (!isRecord(record, id)) return ['Its record is not as it should be.']
  if (record.base === null) return []
  const base = await store.base(record.base)
  if (base === undefined) return ['The imported text is missing.']
  const isSame = createHash('sha256').update(base).digest('hex') === record.base
  return isSame ? [] : ['The imported text is not the one that was imported.']
}

function isRecord(record: unknown, id: MeetingId): boolean {
  if (typeof record !== 'object' || record === null) return false
  const { name, title, createdAt, updatedAt, epoch, base, ...rest } = record as Record<string, unknown>
  const isDate = (text: unknown): boolean => typeof text === 'string' && !Number.isNaN(Date.parse(text))
  return (
    rest['id'] === id &&
    typeof name === 'string' &&
    typeof title === 'string' &&
    isDate(createdAt) &&
    isDate(updatedAt) &&
    typeof epoch === 'string' &&
    epoch !== '' &&
    (base === null || (typeof base === 'string' && /^[0-9a-f]{64}$/.test(base)))
  )
}

async function minutesTroubles(store: LevelStore, id: MeetingId): Promise<string[]> {
  try {
    const stored = await store.load(id)
    return stored === undefined ? ['It has no minutes.'] : replay(stored)
  } catch (error) {
    return [`Its minutes cannot be read: ${reasonOf(error)}.`]
  }
}

/** Without the stored outline, so that the snapshot is read through; then the document is built, as compaction does. */
function replay({ snapshot, outline, through, tail }: StoredMinutes): string[] {
  const { replica, unreadable } = Replica.load({ snapshot, through, tail })
  const sentences = unreadable.map((sequence) => `Entry ${sequence} of its log cannot be read, or builds on a gap.`)
  tidy(replica.state())
  if (outline !== undefined && !Buffer.from(encodeOutline(outlineOf(snapshot))).equals(outline)) {
    sentences.push('The outline of its snapshot is that of another one.')
  }
  return sentences
}

/** What is wrong with the chain of a ledger, or its ballots; what comes after that cannot be told from a forgery. */
async function ledgerTroubles(store: LevelStore, id: MeetingId): Promise<string[]> {
  try {
    const { trouble } = await readBook(id, store)
    return trouble === undefined ? [] : [trouble]
  } catch (error) {
    return [`Its ledger cannot be read: ${reasonOf(error)}.`]
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
