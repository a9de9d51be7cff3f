import type { MeetingId, Person, PersonId, Role } from '@plenary/shared/meeting'

import { letters } from '../meeting/id.ts'
import type { Changes, Register } from '../store/register.ts'
import type { Introduction, People } from './people.ts'
import { change, grantChange, type InvitationRecord, keyOf, nameOf, read, readAll } from './records.ts'
import { hashOf, newSecret } from './secret.ts'
import type { Turns } from './turns.ts'
import type { Scope } from './who.ts'

/** What an invitation gives, to how many, and for how long. */
export type Offer = Omit<InvitationRecord, 'id' | 'hash' | 'createdAt' | 'usedBy'>

/** Who has come in by an invitation, and whereto. */
export interface Accepted {
  readonly person: Person
  /** Where the person is new here: what their browser keeps. */
  readonly secret: string | undefined
  readonly meeting: MeetingId | null
  readonly role: Role
}

export type Rejection = 'unknown' | 'expired' | 'used-up' | 'nameless' | 'program'

const SENTENCES: Readonly<Record<Rejection, string>> = {
  unknown: 'This invitation is not, or no longer, one of this server. Ask for a new one.',
  expired: 'This invitation has expired. Ask for a new one.',
  'used-up': 'This invitation has been used as often as it may be. Ask for a new one.',
  nameless: 'Say your name.',
  program: 'A program gets its role with its token.',
}

export function sentenceOf(rejection: Rejection): string {
  return SENTENCES[rejection]
}

/** The invitation that a first start prints: whoever opens it is the administrator. */
const FIRST = 'first'
const SERVER: Scope = { of: 'server' }

/** So many may come in by an invitation for any number: they are remembered by name in it. */
const MOST = 5_000

export interface InvitationsOptions {
  readonly register: Register
  readonly people: People
  /** Called when somebody has other roles than before. */
  readonly changed: (people: readonly PersonId[]) => Promise<void>
  readonly turns: Turns
  readonly now?: () => number
}

/** Links that give a role to whoever follows them, as often and as long as they say. */
export class Invitations {
  readonly #options: InvitationsOptions
  readonly #now: () => number

  constructor(options: InvitationsOptions) {
    this.#options = options
    this.#now = options.now ?? Date.now
  }

  /** Makes one; its token is said here and never again. */
  async make(offer: Offer): Promise<{ readonly id: string; readonly token: string }> {
    const id = letters(10)
    return { id, token: await this.#write(id, offer) }
  }

  /** Those for exactly this scope, the oldest first. */
  async of(scope: Scope): Promise<InvitationRecord[]> {
    const all = await readAll(this.#options.register, 'invitation', nameOf(scope))
    return [...all.values()].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  }

  async all(): Promise<InvitationRecord[]> {
    return [...(await readAll(this.#options.register, 'invitation')).values()]
  }

  /** Nobody comes in by it any more, and whoever did loses what it gave. False where there is none. */
  revoke(scope: Scope, id: string): Promise<boolean> {
    return this.#options.turns.take(async () => {
      const { register, changed } = this.#options
      const invitation = isInvitationId(id) ? await read(register, 'invitation', nameOf(scope), id) : undefined
      if (invitation === undefined) return false
      const holders = await this.#holders(invitation)
      await register.put(
        new Map([
          change('invitation', [nameOf(scope), id], undefined),
          change('invited', [invitation.hash], undefined),
          ...holders.flatMap((person) => grantChange(person, invitation, id, false)),
        ]),
      )
      await changed(holders)
      return true
    })
  }

  /** Who has what it gave; with a sign-in that may have gone over to others than those who used it. */
  async #holders({ id, usedBy }: InvitationRecord): Promise<PersonId[]> {
    const grants = await readAll(this.#options.register, 'grant')
    const holders = [...grants.keys()].flatMap((key) => {
      const [, person, , source] = key.split('!')
      return person !== undefined && source === id ? [person] : []
    })
    return [...new Set([...usedBy, ...holders])]
  }

  /** Somebody comes in; whoever is new here says a name. The same person may come again and uses nothing up. */
  accept(token: string, person: Person | null, introduction: Introduction | undefined): Promise<Accepted | Rejection> {
    return this.#options.turns.take(async () => {
      const invitation = await this.#find(token)
      if (invitation === undefined) return 'unknown'
      const isAgain = person !== null && invitation.usedBy.includes(person.id)
      const rejection = isAgain ? undefined : this.#whyNot(invitation)
      if (rejection !== undefined) return rejection
      if (person?.kind === 'program') return 'program'
      if (person === null && introduction === undefined) return 'nameless'
      return this.#letIn(invitation, person, introduction)
    })
  }

  /**
   * The token that a start prints as long as nobody has become administrator; undefined afterwards. Each start makes another one,
   * as only the hash of the one before is there.
   */
  firstToken(): Promise<string | undefined> {
    return this.#options.turns.take(async () => {
      const before = await read(this.#options.register, 'invitation', 'server', FIRST)
      if (before !== undefined && before.usedBy.length > 0) return undefined
      if (before !== undefined) await this.#options.register.put(new Map([change('invited', [before.hash], undefined)]))
      return this.#write(FIRST, { scope: SERVER, meeting: null, role: 'chair', by: null, until: null, uses: 1 })
    })
  }

  async #write(id: string, offer: Offer): Promise<string> {
    const token = newSecret()
    const hash = hashOf(token)
    const createdAt = new Date(this.#now()).toISOString()
    const record: InvitationRecord = { ...offer, id, hash, createdAt, usedBy: [] }
    const place = [nameOf(offer.scope), id]
    await this.#options.register.put(
      new Map([change('invitation', place, record), change('invited', [hash], keyOf('invitation', ...place))]),
    )
    return token
  }

  async #find(token: string): Promise<InvitationRecord | undefined> {
    const key = await read(this.#options.register, 'invited', hashOf(token))
    return key === undefined ? undefined : ((await this.#options.register.get(key)) as InvitationRecord | undefined)
  }

  #whyNot({ until, uses, usedBy }: InvitationRecord): Rejection | undefined {
    if (until !== null && Date.parse(until) <= this.#now()) return 'expired'
    return usedBy.length >= (uses ?? MOST) ? 'used-up' : undefined
  }

  async #letIn(
    invitation: InvitationRecord,
    known: Person | null,
    introduction: Introduction | undefined,
  ): Promise<Accepted> {
    const { register, people, changed } = this.#options
    const guest = known === null && introduction !== undefined ? people.guest(introduction) : undefined
    const person = known ?? guest?.person
    if (person === undefined) throw new Error('somebody without a name comes in')
    const { id, scope, role, meeting } = invitation
    const usedBy = [...new Set([...invitation.usedBy, person.id])]
    await register.put(
      new Map([
        ...(guest?.changes ?? []),
        change('invitation', [nameOf(scope), id], { ...invitation, usedBy }),
        ...grantChange(person.id, { scope, role }, id),
        ...(scope.of === 'server' && role === 'chair' && id !== FIRST ? await this.#closeFirst(person) : []),
      ]),
    )
    await changed([person.id])
    return { person, secret: guest?.secret, meeting, role }
  }

  /** Once there is an administrator, the link of the first start opens nothing any more. */
  async #closeFirst({ id }: Person): Promise<Changes> {
    const first = await read(this.#options.register, 'invitation', 'server', FIRST)
    if (first === undefined || first.usedBy.length > 0) return new Map()
    return new Map([
      change('invitation', ['server', FIRST], { ...first, usedBy: [id] }),
      change('invited', [first.hash], undefined),
    ])
  }
}

/** The token stands behind the `#`: browsers send that part of an address to nobody. */
export function invitationLink(url: string, meeting: string | null, token: string): string {
  return meeting === null ? `${url}/invitation#${token}` : `${url}/meetings/${meeting}#invitation=${token}`
}

function isInvitationId(text: string): boolean {
  return /^[a-z0-9]{1,20}$/.test(text)
}
