import {
  type Actor,
  type Ballot,
  type Command,
  type Context,
  decide,
  type Decision,
  due,
  type Entry,
  type LedgerEvent,
  type LedgerState,
  NOTHING_YET,
  type PollTerms,
  type Present,
  reduce,
  roleOf,
  SERVER,
} from '../ledger/index.ts'
import type { Person, PersonKind, Role } from '../meeting/index.ts'

/** Somebody whose id is their name, made as long as one. */
export function person(name: string, kind: PersonKind = 'github', affiliation?: string): Person {
  const id = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .padEnd(26, '0')
  return { id, kind, name, ...(affiliation === undefined ? {} : { affiliation }) }
}

export const TERMS: PollTerms = {
  block: 'b1',
  question: 'Advance to phase 2?',
  options: ['SF', 'F', 'N', 'A', 'SA'],
  shows: 'live',
  secret: false,
  guests: true,
}

/** The code of a refusal; null where a command was carried out. */
export function refusalOf(decision: Decision): string | null {
  return decision.accepted ? null : decision.refusal.code
}

/** The types of what happened, in order; none where a command was refused or changed nothing. */
export function typesOf(decision: Decision): readonly string[] {
  return decision.accepted ? decision.events.map(({ type }) => type) : []
}

/** What a server does around the pure functions, in memory: a clock, ids, private ballots, and commands by id. */
export class TestLedger {
  state: LedgerState = NOTHING_YET
  entries: readonly Entry[] = []
  now = Date.parse('2026-03-05T16:00:00.000Z')
  chairs: readonly string[] = []
  isOpen = false
  readonly granted = new Map<string, Role>()
  readonly people = new Map<string, Person>()
  readonly connected = new Set<string>()
  readonly #ballots = new Map<string, Map<string, Ballot>>()
  readonly #reasons = new Map<string, Map<string, string>>()
  readonly #answers = new Map<string, Decision>()
  #ids = 0

  /** Somebody comes in with a role from elsewhere. */
  join(who: Person, role: Role | null = 'participant'): Person {
    this.people.set(who.id, who)
    this.connected.add(who.id)
    if (role !== null) this.granted.set(who.id, role)
    if (role === 'chair') this.chairs = [...this.chairs, who.id]
    return who
  }

  roleOf(id: string): Role | null {
    return roleOf({ person: id, granted: this.granted.get(id) ?? null, isOpen: this.isOpen }, this.state)
  }

  ask(who: Person, what: Command, id = `command${(this.#ids += 1)}`): Decision {
    const answered = this.#answers.get(id)
    if (answered !== undefined) return answered
    const decision = decide(what, this.context(who))
    this.#answers.set(id, decision)
    if (!decision.accepted) return decision
    if (decision.ballot !== undefined) {
      const { poll, person } = decision.ballot
      this.#ballots.set(poll, new Map(this.#ballots.get(poll)).set(person, decision.ballot))
    }
    if (decision.reason !== undefined) {
      const { poll, person, text } = decision.reason
      this.#reasons.set(poll, new Map(this.#reasons.get(poll)).set(person, text))
    }
    this.#append(decision.events, who, id)
    return decision
  }

  context(actor: Person): Context {
    return {
      state: this.state,
      actor,
      role: this.roleOf(actor.id),
      now: this.time,
      newId: () => `id${(this.#ids += 1)}`,
      present: this.present,
      ballots: (poll) => this.ballots(poll),
      reasons: (poll) => this.#reasons.get(poll) ?? new Map<string, string>(),
      seal: () => `seal${(this.#ids += 1)}`,
      chairs: this.chairs,
      isOpen: this.isOpen,
    }
  }

  ballots(poll: string): ReadonlyMap<string, Ballot> {
    return this.#ballots.get(poll) ?? new Map<string, Ballot>()
  }

  get present(): readonly Present[] {
    return [...this.connected].map((id) => ({ ...this.people.get(id)!, role: this.roleOf(id) }))
  }

  get time(): string {
    return new Date(this.now).toISOString()
  }

  /** Time goes by, and what is due is recorded, as by the server's timer. */
  wait(seconds: number): readonly LedgerEvent[] {
    this.now += seconds * 1_000
    const events = due(this.context(person('nobody')))
    this.#append(events, SERVER, `command${(this.#ids += 1)}`)
    return events
  }

  #append(events: readonly LedgerEvent[], { id, kind, name }: Actor, command: string): void {
    for (const event of events) {
      const sequence = this.state.sequence + 1
      const entry: Entry = {
        sequence,
        time: this.time,
        actor: { id, kind, name },
        command,
        event,
        previous: String(sequence - 1),
        hash: String(sequence),
      }
      this.entries = [...this.entries, entry]
      this.state = reduce(this.state, entry)
    }
  }
}
