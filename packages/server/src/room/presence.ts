import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** What one client says of itself: JSON as y-protocols sends it, `null` once it has left. */
interface Said {
  readonly clock: number
  readonly state: string
}

const NOBODY = 'null'
const MAX_STATE = 8 * 1024
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
  readonly #changed = new Map<number, Said>()

  /**
   * Takes in an awareness frame. Returns what to answer, if anything: somebody who was thought gone hears so, and y-protocols
   * then says with a higher clock that it is not. Entries that are too large, too many or outdated are skipped.
   */
  hear(owner: Owner, update: Uint8Array): Uint8Array | 'malformed' | undefined {
    const entries = read(update)
    if (entries === undefined) return 'malformed'
    const outdated: [number, Said][] = []
    for (const [id, said] of entries) {
      if (said.state.length > MAX_STATE || said.clock > MAX_CLOCK) continue
      const before = this.#here.get(id)
      const gone = this.#gone.get(id)
      if (before !== undefined) {
        if (before.owner === owner) this.#update(owner, id, before, said)
      } else if (said.state !== NOBODY && this.#idsOf(owner).length < MAX_IDS) {
        if (gone === undefined || said.clock > gone) this.#set(owner, id, said)
        else outdated.push([id, { clock: gone, state: NOBODY }])
      }
    }
    return outdated.length > 0 ? write(outdated) : undefined
  }

  /** Forgets a connection; its people are gone for everybody. */
  leave(owner: Owner): void {
    for (const id of this.#idsOf(owner)) this.#remove(id, this.#here.get(id)?.clock ?? 0)
  }

  /** Everybody, for somebody new; undefined where nobody is here. */
  everybody(): Uint8Array | undefined {
    return this.#here.size > 0 ? write([...this.#here]) : undefined
  }

  /** What changed since the last call, for everybody; undefined where nothing did. */
  news(): Uint8Array | undefined {
    if (this.#changed.size === 0) return undefined
    const news = write([...this.#changed])
    this.#changed.clear()
    return news
  }

  #idsOf(owner: Owner): number[] {
    return [...this.#here].filter(([, said]) => said.owner === owner).map(([id]) => id)
  }

  #update(owner: Owner, id: number, before: Said, said: Said): void {
    if (said.state === NOBODY && said.clock >= before.clock) this.#remove(id, said.clock)
    else if (said.clock > before.clock) this.#set(owner, id, said)
  }

  #set(owner: Owner, id: number, said: Said): void {
    this.#here.set(id, { ...said, owner })
    this.#gone.delete(id)
    this.#changed.set(id, said)
  }

  /** With the same clock as its last state, as y-protocols does it: whoever is still there can then outbid it by one. */
  #remove(id: number, clock: number): void {
    this.#here.delete(id)
    this.#gone.set(id, clock)
    this.#changed.set(id, { clock, state: NOBODY })
    const [oldest] = this.#gone.keys()
    if (this.#gone.size > MAX_GONE && oldest !== undefined) this.#gone.delete(oldest)
  }
}

/** Awareness that says nothing: what the server sends so that a silent connection stays open. */
export const SILENCE = write([])

function write(entries: readonly (readonly [number, Said])[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const [id, { clock, state }] of entries) {
    encoding.writeVarUint(encoder, id)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state)
  }
  return encoding.toUint8Array(encoder)
}

function read(update: Uint8Array): [number, Said][] | undefined {
  try {
    const decoder = decoding.createDecoder(update)
    const entries: [number, Said][] = []
    for (let count = decoding.readVarUint(decoder); count > 0; count--) {
      const id = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state = decoding.readVarString(decoder)
      // Every page parses this; what cannot be parsed must not reach one.
      const value: unknown = JSON.parse(state)
      if (typeof value !== 'object' || Array.isArray(value)) return undefined
      entries.push([id, { clock, state }])
    }
    return decoding.hasContent(decoder) ? undefined : entries
  } catch {
    // The bytes end early, or a state is not JSON.
    return undefined
  }
}
