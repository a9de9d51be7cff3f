import type { MeetingId } from '@plenary/shared/meeting'

import { Recent } from '../store/recent.ts'
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
  readonly #books: Recent<Book>

  constructor(store: Pick<Store, 'ledger'>) {
    this.#books = new Recent(MOST, async (id) => (await readBook(id, store)).book)
  }

  /** What the ledger of a meeting says; where it is damaged, up to there. */
  read(id: MeetingId): Promise<Book> {
    return this.#books.of(id)
  }

  /** Its room opens, so it may become another. */
  forget(id: MeetingId): void {
    this.#books.forget(id)
  }
}
