import { type Person, readName } from '@plenary/shared/meeting'

import { postMe } from '../app/people-api.ts'
import type { Session } from '../connection/index.ts'
import { createValue, type Observable } from '../connection/observable.ts'
import { when } from '../connection/when.ts'
import type { OwnPerson } from '../presence/index.ts'
import { rememberAffiliation, rememberedAffiliation } from './affiliation.ts'

/** Somebody wants to do something that needs a name, and has none yet. */
export interface NameQuestion {
  /** They said it, or would not. */
  readonly settle: (person: Person | null) => void
}

/** Between the person in front of this page and the server: says who they are, when that is needed and not before. */
export class Introduction {
  readonly #question = createValue<NameQuestion | null>(null)
  readonly #session: Pick<Session, 'ledger' | 'reconnect'>
  readonly #me: OwnPerson
  #asked: Promise<Person | null> | undefined

  constructor(session: Pick<Session, 'ledger' | 'reconnect'>, me: OwnPerson) {
    this.#session = session
    this.#me = me
  }

  /** Set while the name is wanted. */
  get question(): Observable<NameQuestion | null> {
    return this.#question
  }

  /** The person as the server knows them; asked for where they never said a name. Null where they do not say it now either. */
  async person(): Promise<Person | null> {
    const known = this.#session.ledger.you.get()?.person
    if (known !== null && known !== undefined) return known
    this.#asked ??= this.#ask().finally(() => (this.#asked = undefined))
    return this.#asked
  }

  /** Says a name, for the first time or anew. What stands in the way comes back as a sentence; null: nothing. */
  async say(written: string, affiliation: string): Promise<string | null> {
    const name = readName(written)
    if (name === undefined) return 'Say a name of up to 80 letters.'
    const { you } = this.#session.ledger
    // A server without a record, or none that can be reached: the others see the name all the same.
    if (you.get() !== null) {
      const said = readName(affiliation)
      const outcome = await postMe({ name, ...(said === undefined ? {} : { affiliation: said }) })
      if (!outcome.ok) return outcome.failure.message
    }
    rememberAffiliation(affiliation.trim())
    this.#me.rename(name)
    if (you.get() === null) return null
    const before = you.get()
    this.#session.reconnect()
    const now = await when(you, (you) => you !== before && you !== null)
    this.#question.get()?.settle(now?.person ?? null)
    return null
  }

  async #ask(): Promise<Person | null> {
    if (this.#me.isNamed()) {
      const problem = await this.say(this.#me.get().name, rememberedAffiliation())
      if (problem === null) return this.#session.ledger.you.get()?.person ?? null
    }
    return new Promise((resolve) => {
      const settle = (person: Person | null): void => {
        this.#question.set(null)
        resolve(person)
      }
      this.#question.set({ settle })
    })
  }
}
