import type { MeetingId } from '@plenary/shared/meeting'

import type { Store } from '../store/store.ts'
import type { Book } from './book.ts'
import { readBook } from './stored-book.ts'

/** So many are kept in memory. */
const MOST = 50

/**
 * Ledgers that were asked for lately and in which nobody writes, as their rooms are closed. Every request asks who somebody is in a
 * meeting; following a long chain each time would hold up everybody.
 */
export class ClosedBooks {
  readonly #store: Pick<Store, 'ledger'>
  readonly #books = new Map<MeetingId, Promise<Book>>()

  constructor(store: Pick<Store, 'ledger'>) {
    this.#store = store
  }

  /** What the ledger of a meeting says; where it is damaged, up to there. */
  read(id: MeetingId): Promise<Book> {
    const known = this.#books.get(id)
    if (known !== undefined) return known
    const book = readBook(id, this.#store).then((stored) => stored.book)
    this.#books.set(id, book)
    book.catch(() => this.#books.delete(id))
    const [oldest] = this.#books.keys()
    if (this.#books.size > MOST && oldest !== undefined) this.#books.delete(oldest)
    return book
  }

  /** Its room opens, so it may become another. */
  forget(id: MeetingId): void {
    this.#books.delete(id)
  }
}
