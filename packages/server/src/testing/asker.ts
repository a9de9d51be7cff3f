import type { Command, Entry } from '@plenary/shared/ledger'

import type { Member } from '../ledger/member.ts'
import { Person } from './person.ts'

/** Somebody with a page that keeps what it asked until it is answered, and asks again; and keeps what it was told of the ledger. */
export class Asker {
  readonly person = new Person()
  readonly member: Member
  readonly entries: Entry[] = []
  /** What was carried out, by the id of its command. */
  readonly done = new Set<string>()
  readonly #asked = new Map<string, Command>()
  #read = 0

  constructor(member: Member) {
    this.member = member
  }

  get pending(): number {
    return this.#asked.size
  }

  ask(id: string, command: Command): void {
    this.#asked.set(id, command)
    this.person.ask(id, command)
  }

  /** On a new connection: what is lacking, and what is not answered. */
  greet(): void {
    this.#read = 0
    this.person.catchUp(this.entries.length)
    for (const [id, command] of this.#asked) this.person.ask(id, command)
  }

  /** Takes in what has been heard; what the disk refused is asked again. */
  listen(): void {
    for (const message of this.person.heard.slice(this.#read)) {
      if (message.kind === 'entries') this.entries.push(...message.entries)
      if (message.kind !== 'answer') continue
      const { answer } = message
      const command = this.#asked.get(answer.id)
      if (command === undefined) continue
      if (!answer.ok && answer.error.code === 'storage-unavailable') this.person.ask(answer.id, command)
      else this.#asked.delete(answer.id)
      if (answer.ok) this.done.add(answer.id)
    }
    this.#read = this.person.heard.length
  }
}
