import type { MeetingId } from '@plenary/shared/meeting'

import { Recent } from '../store/recent.ts'
import type { Store } from '../store/store.ts'
import type { Book } from './book.ts'
import { readBook, type StoredBook } from './stored-book.ts'

/** So many are kept in memory. */
const MOST = 50

/**
 * Ledgers that were asked for lately and in which nobody writes, as their rooms are closed. Every request asks who somebody is in a
 * meeting; following a long chain each time would hold up everybody.
 */
export class ClosedBooks {
  readonly #books: Recent<StoredBook>

  constructor(store: Pick<Store, 'ledger'>) {
    this.#books = new Recent(MOST, (id) => readBook(id, store))
  }

  /** What the ledger of a meeting says; where it is damaged, up to there. */
  async read(id: MeetingId): Promise<Book> {
    return (await this.#books.of(id)).book
  }

  /** For its room, which opens and will write into it: whoever could come in has just been looked up in there. */
  take(id: MeetingId): Promise<StoredBook> {
    const book = this.#books.of(id)
    this.#books.forget(id)
    return book
  }
}
