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

/**
 * Who is here, and where their carets are: awareness of y-protocols, latest wins. A client id belongs to the connection that
 * spoke for it first; what another connection says about it counts only when the first is gone (the person came back over a
 * new connection before the old one was found dead). `Owner` is whatever stands for a connection.
 */
export class Presence<Owner> {
  readonly #said = new Map<Owner, Map<number, Said>>()
  readonly #owners = new Map<number, Owner>()
  /** What is to be told in the next news. */
  readonly #changed = new Map<number, Said>()

  /**
   * Takes in an awareness frame; false where it cannot be read. Entries that are too large, too many, or older than what
   * the connection said before are skipped.
   */
  hear(owner: Owner, update: Uint8Array): boolean {
    const entries = read(update)
    if (entries === undefined) return false
    const said = this.#said.get(owner) ?? new Map<number, Said>()
    this.#said.set(owner, said)
    for (const [id, entry] of entries) {
      const before = said.get(id)
      if (before === undefined ? said.size >= MAX_IDS : entry.clock < before.clock) continue
      if (entry.state.length > MAX_STATE || entry.clock > MAX_CLOCK) continue
      if (entry.state === NOBODY) this.#farewell(owner, id, entry)
      else if (entry.clock !== before?.clock) this.#take(owner, id, entry, said)
    }
    return true
  }

  #take(owner: Owner, id: number, entry: Said, said: Map<number, Said>): void {
    said.set(id, entry)
    if (!this.#owners.has(id)) this.#owners.set(id, owner)
    if (this.#owners.get(id) === owner) this.#changed.set(id, entry)
  }

  /** A client says that it leaves. Only its own connection can make it leave for everybody. */
  #farewell(owner: Owner, id: number, entry: Said): void {
    if (this.#owners.get(id) !== owner) {
      this.#said.get(owner)?.delete(id)
      return
    }
    for (const said of this.#said.values()) said.delete(id)
    this.#owners.delete(id)
    this.#changed.set(id, entry)
  }

  /** Forgets a connection; its ids go to whoever spoke for them next, or are gone for everybody. */
  leave(owner: Owner): void {
    const said = this.#said.get(owner)
    this.#said.delete(owner)
    for (const [id, last] of said ?? []) {
      if (this.#owners.get(id) !== owner) continue
      const heir = [...this.#said.keys()].find((other) => this.#said.get(other)?.has(id))
      const next = heir && this.#said.get(heir)?.get(id)
      if (heir !== undefined && next !== undefined) {
        this.#owners.set(id, heir)
        this.#changed.set(id, next)
      } else {
        this.#owners.delete(id)
        this.#changed.set(id, { clock: last.clock + 1, state: NOBODY })
      }
    }
  }

  /** Everybody, for somebody new; undefined where nobody is here. */
  everybody(): Uint8Array | undefined {
    const entries: [number, Said][] = []
    for (const [id, owner] of this.#owners) {
      const said = this.#said.get(owner)?.get(id)
      if (said !== undefined) entries.push([id, said])
    }
    return entries.length > 0 ? write(entries) : undefined
  }

  /** What changed since the last call, for everybody; undefined where nothing did. */
  news(): Uint8Array | undefined {
    if (this.#changed.size === 0) return undefined
    const news = write([...this.#changed])
    this.#changed.clear()
    return news
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
