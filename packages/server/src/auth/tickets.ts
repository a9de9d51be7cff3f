import { hashOf, newSecret } from './secret.ts'
import type { Visitor } from './who.ts'

/** So long a ticket is good, in milliseconds: it is made right before it is used. */
const LIFETIME = 30_000

/** Nobody has more of them at once; the oldest goes first. */
const MOST_PER_PERSON = 50

interface Ticket {
  readonly visitor: Visitor
  readonly until: number
}

/**
 * Lets programs open a websocket that can send no header: a ticket stands in the address, which may get into the log of a proxy,
 * so it is good once and for a moment only. They are in memory alone.
 */
export class Tickets {
  readonly #tickets = new Map<string, Ticket>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  issue(visitor: Visitor): string {
    this.#tidy()
    const own = [...this.#tickets].filter(([, ticket]) => ticket.visitor.person?.id === visitor.person?.id)
    const [oldest] = own
    if (own.length >= MOST_PER_PERSON && oldest !== undefined) this.#tickets.delete(oldest[0])
    const secret = newSecret()
    this.#tickets.set(hashOf(secret), { visitor, until: this.#now() + LIFETIME })
    return secret
  }

  /** Who came with this ticket, the first time; undefined every other time. */
  redeem(secret: string): Visitor | undefined {
    const hash = hashOf(secret)
    const ticket = this.#tickets.get(hash)
    this.#tickets.delete(hash)
    return ticket !== undefined && ticket.until > this.#now() ? ticket.visitor : undefined
  }

  #tidy(): void {
    const now = this.#now()
    for (const [hash, { until }] of this.#tickets) {
      if (until > now) return
      this.#tickets.delete(hash)
    }
  }
}
