import type { MeetingId } from '@plenary/shared/meeting'

import { type Store, StoreError, type StoredLedger } from '../store/store.ts'
import { Book } from './book.ts'
import { type Examined, examined } from './chain.ts'

/** A ledger as it is on disk. */
export interface StoredBook {
  /** All of it, or what comes before the first thing that is wrong. */
  readonly book: Book
  /** What is wrong, as a sentence. */
  readonly trouble: string | undefined
  /** Up to this sequence everything that belongs into the minutes has been written there. */
  readonly inscribed: number
}

const NOTHING: StoredLedger = { kept: [], reasons: [], inscribed: 0 }

/** Reads a ledger and sees whether it is whole. Rejects where the disk cannot be read. */
export async function readBook(id: MeetingId, store: Pick<Store, 'ledger'>): Promise<StoredBook> {
  const { sound, trouble, inscribed, reasons } = await read(id, store)
  return { book: new Book(id, sound, reasons), trouble, inscribed }
}

async function read(
  id: MeetingId,
  store: Pick<Store, 'ledger'>,
): Promise<Examined & Pick<StoredLedger, 'inscribed' | 'reasons'>> {
  try {
    const { kept, inscribed, reasons } = (await store.ledger(id)) ?? NOTHING
    return { ...examined(id, kept), inscribed, reasons }
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'unreadable') throw error
    return { sound: [], trouble: error.message, inscribed: 0, reasons: [] }
  }
}
