import type { PersonId } from '@plenary/shared/meeting'

import type { Member } from '../ledger/member.ts'
import type { MeetingRecord } from '../store/store.ts'
import { Turns } from './turns.ts'
import { grantedRole, type Visitor } from './who.ts'

/** A connection, as far as it matters who is at its other end. */
export interface Admitted {
  /** From now on it is somebody else's, or somebody's of whom something has changed. */
  become(member: Member): void
  /** Ends it; whoever is at its other end may come again. */
  close(reason: 'try-later'): void
  onClosed(closed: () => void): void
}

interface Admission {
  visitor: Visitor
  readonly meeting: Pick<MeetingRecord, 'id' | 'group'>
  /** The last to look is the last to say who it is. */
  readonly looks: Turns
}

export interface AdmissionsOptions {
  /** The same visitor as they are known now. */
  readonly again: (visitor: Visitor) => Promise<Visitor>
}

/** Who has been let into a meeting by an open connection: what changes of them counts there at once. */
export class Admissions {
  readonly #options: AdmissionsOptions
  readonly #open = new Map<Admitted, Admission>()

  constructor(options: AdmissionsOptions) {
    this.#options = options
  }

  /**
   * Resolves when the connection is that of its visitor as they are known by now: what has changed of them since their request was
   * looked at, nobody could tell a connection that was not there yet.
   */
  async admit(connection: Admitted, visitor: Visitor, { id, group }: Admission['meeting']): Promise<void> {
    // Not the whole record, which would be kept once for each connection.
    const admission = { visitor, meeting: { id, ...(group !== undefined && { group }) }, looks: new Turns() }
    this.#open.set(connection, admission)
    connection.onClosed(() => this.#open.delete(connection))
    await this.#lookAgain(connection, admission)
  }

  /**
   * Something has changed of these people: their name, their roles, or how they are signed in. Where it cannot be read who somebody
   * is now, their connection ends: they might have lost what they had.
   */
  async reconsider(people: readonly PersonId[]): Promise<void> {
    const theirs = [...this.#open].filter(([, { visitor }]) => visitor.person && people.includes(visitor.person.id))
    await Promise.all(
      theirs.map(([connection, admission]) =>
        this.#lookAgain(connection, admission).catch(() => connection.close('try-later')),
      ),
    )
  }

  #lookAgain(connection: Admitted, admission: Admission): Promise<void> {
    return admission.looks.take(async () => {
      admission.visitor = await this.#options.again(admission.visitor)
      connection.become(memberOf(admission.visitor, admission.meeting))
    })
  }
}

/** What a visitor is in a meeting, as far as its ledger does not say it. */
export function memberOf(visitor: Visitor, meeting: Pick<MeetingRecord, 'id' | 'group'>): Member {
  return { person: visitor.person, granted: grantedRole(visitor, meeting) }
}
