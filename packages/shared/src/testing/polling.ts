import type { Poll, PollTerms } from '../ledger/index.ts'
import { person, TERMS, TestLedger } from './ledger.ts'

export const scribe = person('Sam', 'github', 'Acme')
export const ann = person('Ann', 'github', 'Acme')
export const bob = person('Bob', 'openid', 'beta')
export const gus = person('Gus', 'guest')

/** A meeting in which Sam takes notes and opens polls; Ann, Bob and Gus, who is a guest, are there. */
export class PollingLedger extends TestLedger {
  constructor() {
    super()
    this.join(scribe, 'note-taker')
    for (const one of [ann, bob, gus]) this.join(one)
  }

  /** Gives the server's id of the poll. */
  open(terms: Partial<PollTerms> = {}): string {
    this.ask(scribe, { do: 'open-poll', terms: { ...TERMS, ...terms } })
    return this.last?.poll ?? 'none'
  }

  get last(): Poll | undefined {
    return this.state.polls.at(-1)
  }
}
