import { isPersonId, type Person, seenAs } from '@plenary/shared/meeting'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

interface Said {
  readonly id: number
  readonly clock: number
  /** JSON, as y-protocols writes it. */
  readonly state: string
}

const COLOUR = /^#[0-9a-f]{6}$/i

/** What one connection says of who is there, as it may be told to others. */
export class Badge {
  /** How a state began that was right, and for whom: nearly all that follow begin so too, and are not looked at again. */
  #right: { readonly beginning: string; readonly person: Person | null } | undefined

  /**
   * An awareness update without the clients that somebody must not speak for, and under the name by which the server knows them. One
   * that says nothing else is given back as it is. `undefined` where it cannot be read.
   */
  on(update: Uint8Array, person: Person | null, mayUse: (client: number) => boolean): Uint8Array | undefined {
    try {
      const said = read(update)
      const told = said.filter(({ id }) => mayUse(id)).map((entry) => this.#named(entry, person))
      const isAsItWas = told.length === said.length && told.every((entry, index) => entry === said[index])
      return isAsItWas ? update : write(told)
    } catch {
      // The bytes end early or late, or a state is not JSON.
      return undefined
    }
  }

  /** The same entry, or one that says who it really is. */
  #named(entry: Said, person: Person | null): Said {
    if (this.#right?.person === person && goesOnFrom(this.#right.beginning, entry.state)) return entry
    const state: unknown = JSON.parse(entry.state)
    if (typeof state !== 'object' || state === null || !('user' in state)) return entry
    const user = userOf(state.user, person)
    if (!isSame(state.user, user)) return { ...entry, state: JSON.stringify({ ...state, user }) }
    this.#right = { beginning: `{"user":${JSON.stringify(state.user)},`, person }
    return entry
  }
}

/** Whether a state says the same of who it is as its beginning: of a name that is there twice, also by another spelling, the last counts. */
function goesOnFrom(beginning: string, state: string): boolean {
  const { length } = beginning
  return state.startsWith(beginning) && !state.includes('"user"', length) && !state.includes('\\', length)
}

/** A guest is marked as one. Of somebody whom the server does not know, what they say of themselves; but not that it knows them. */
function userOf(said: unknown, person: Person | null): unknown {
  const {
    id,
    color,
    guest: _guest,
    ...rest
  } = typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {}
  const colour = typeof color === 'string' && COLOUR.test(color) ? color : undefined
  if (person !== null) return seenAs(person, colour)
  const own = typeof id === 'string' && !isPersonId(id) && { id }
  return { ...rest, ...own, ...(colour !== undefined && { color: colour }) }
}

/** Whether two flat objects say the same, in whatever order. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return false
  const entries = Object.entries(one)
  const others = new Map<string, unknown>(Object.entries(other))
  return entries.length === others.size && entries.every(([key, value]) => others.get(key) === value)
}

function read(update: Uint8Array): Said[] {
  const decoder = decoding.createDecoder(update)
  const said: Said[] = []
  for (let count = decoding.readVarUint(decoder); count > 0; count--) {
    const id = decoding.readVarUint(decoder)
    said.push({ id, clock: decoding.readVarUint(decoder), state: decoding.readVarString(decoder) })
  }
  if (decoding.hasContent(decoder)) throw new Error('there is more than it says')
  return said
}

function write(said: readonly Said[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, said.length)
    for (const { id, clock, state } of said) {
      encoding.writeVarUint(encoder, id)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state)
    }
  })
}
