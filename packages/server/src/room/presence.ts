import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** What one client says of itself. */
interface Said {
  readonly clock: number
  /** Its part of an awareness update, as y-protocols writes it: id, clock and a state in JSON. It is passed on as it came. */
  readonly entry: Uint8Array
}

/** What is new since it was last told. */
export interface News<Owner> {
  readonly update: Uint8Array
  /** The one who said all of it, and so need not hear it. */
  readonly saidBy: Owner | undefined
}

/** The state of a client that has left. */
const NOBODY = 'null'
const MAX_ENTRY = 8 * 1024
const MAX_IDS = 8
const MAX_CLOCK = 2 ** 32

/** So many of those who left are remembered, so that a late echo does not bring one back. */
const MAX_GONE = 1_000

/**
 * Who is here, and where their carets are: awareness of y-protocols, latest wins. A client id belongs to the connection that
 * spoke for it first, and nobody else can change it; stock clients echo everything they hear, so what others say of an id is
 * skipped rather than an error. `Owner` is whatever stands for a connection.
 */
export class Presence<Owner> {
  readonly #here = new Map<number, Said & { readonly owner: Owner }>()
  /** The last clock of those who left. */
  readonly #gone = new Map<number, number>()
  readonly #changed = new Map<number, Said & { readonly owner: Owner }>()

  /**
   * Takes in an awareness frame. Returns what to answer, if anything: somebody who was thought gone hears so, and y-protocols
   * then says with a higher clock that it is not. Entries that are too large, too many or outdated are skipped.
   */
  hear(owner: Owner, update: Uint8Array): Uint8Array | 'malformed' | undefined {
    const entries = read(update)
    if (entries === undefined) return 'malformed'
    const outdated: Uint8Array[] = []
    for (const said of entries) {
      if (said.entry.length > MAX_ENTRY || said.clock > MAX_CLOCK) continue
      const before = this.#here.get(said.id)
      const gone = this.#gone.get(said.id)
      if (before !== undefined) {
        if (before.owner === owner) this.#update(owner, before, said)
      } else if (!said.hasLeft && this.#idsOf(owner).length < MAX_IDS) {
        if (gone === undefined || said.clock > gone) this.#set(owner, said)
        else outdated.push(goodbye(said.id, gone))
      }
    }
    return outdated.length > 0 ? write(outdated) : undefined
  }

  /** Forgets a connection; its people are gone for everybody. False where there were none. */
  leave(owner: Owner): boolean {
    const ids = this.#idsOf(owner)
    for (const id of ids) this.#remove(owner, id, this.#here.get(id)?.clock ?? 0)
    return ids.length > 0
  }

  /** Everybody, for somebody new; undefined where nobody is here. */
  everybody(): Uint8Array | undefined {
    return this.#here.size > 0 ? write(entriesOf(this.#here)) : undefined
  }

  /** What changed since the last call; undefined where nothing did. */
  news(): News<Owner> | undefined {
    const [first, ...others] = this.#changed.values()
    if (first === undefined) return undefined
    const saidBy = others.every(({ owner }) => owner === first.owner) ? first.owner : undefined
    const update = write(entriesOf(this.#changed))
    this.#changed.clear()
    return { update, saidBy }
  }

  #idsOf(owner: Owner): number[] {
    return [...this.#here].filter(([, said]) => said.owner === owner).map(([id]) => id)
  }

  #update(owner: Owner, before: Said, said: Entry): void {
    if (said.hasLeft && said.clock >= before.clock) this.#remove(owner, said.id, said.clock)
    else if (said.clock > before.clock) this.#set(owner, said)
  }

  #set(owner: Owner, { id, clock, entry }: Entry): void {
    // A copy: the bytes of a frame lie in a larger buffer, which would stay in memory with them.
    const said = { owner, clock, entry: entry.slice() }
    this.#here.set(id, said)
    this.#gone.delete(id)
    this.#changed.set(id, said)
  }

  /** With the same clock as its last state, as y-protocols does it: whoever is still there can then outbid it by one. */
  #remove(owner: Owner, id: number, clock: number): void {
    this.#here.delete(id)
    this.#gone.set(id, clock)
    this.#changed.set(id, { owner, clock, entry: goodbye(id, clock) })
    const [oldest] = this.#gone.keys()
    if (this.#gone.size > MAX_GONE && oldest !== undefined) this.#gone.delete(oldest)
  }
}

/** One of those of whom an update speaks. */
interface Entry extends Said {
  readonly id: number
  readonly hasLeft: boolean
}

/** Awareness that says nothing: what the server sends so that a silent connection stays open. */
export const SILENCE = write([])

function goodbye(id: number, clock: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, id)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, NOBODY)
  })
}

function entriesOf(said: ReadonlyMap<number, Said>): Uint8Array[] {
  return Array.from(said.values(), ({ entry }) => entry)
}

function write(entries: readonly Uint8Array[]): Uint8Array {
  const count = encoding.encode((encoder) => encoding.writeVarUint(encoder, entries.length))
  return Buffer.concat([count, ...entries])
}

function read(update: Uint8Array): Entry[] | undefined {
  try {
    const decoder = decoding.createDecoder(update)
    const entries: Entry[] = []
    for (let count = decoding.readVarUint(decoder); count > 0; count--) {
      const at = decoder.pos
      const id = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state = decoding.readVarString(decoder)
      // Every page parses this; what cannot be parsed must not reach one.
      const value: unknown = JSON.parse(state)
      if (typeof value !== 'object' || Array.isArray(value)) return undefined
      entries.push({ id, clock, entry: update.subarray(at, decoder.pos), hasLeft: state === NOBODY })
    }
    return decoding.hasContent(decoder) ? undefined : entries
  } catch {
    // The bytes end early, or a state is not JSON.
    return undefined
  }
}
