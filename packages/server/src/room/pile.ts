import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

import { Deletions } from './deletions.ts'
import type { Outline } from './outline.ts'
import type { Clocks } from './settle.ts'
import { Strand } from './strand.ts'
import { type Id, type Range, readDeletionsAt, readSurely, type Section, type Struct, type Update } from './update.ts'

const NONE: Clocks = new Map()

/** Updates of one log, in its order, as one. */
export function merge(updates: readonly Update[]): Uint8Array {
  const [first] = updates
  // A copy: the bytes of a frame lie in a larger buffer, which would stay in memory with them.
  return updates.length === 1 && first !== undefined ? first.bytes.slice() : Pile.of(updates).update()
}

/**
 * Updates (Yjs V1) put together to one, byte by byte and without building a document: what a client wrote next is put behind
 * what it wrote before. Where that cannot be, because pieces overlap or are missing, Yjs merges them.
 */
export class Pile {
  readonly #strands = new Map<number, Strand>()
  readonly #deletions = new Deletions()
  /** Where deletions are that have not been read yet; most newcomers bring none, and then nobody asks. */
  #unread: { readonly bytes: Uint8Array; readonly at: number } | undefined

  /** An update of which one knows where everything is; it is not read. */
  static open(bytes: Uint8Array, { passages, deletions }: Outline): Pile {
    const pile = new Pile()
    for (const passage of passages) pile.#strands.set(passage.client, new Strand(passage, bytes))
    pile.#unread = { bytes, at: deletions }
    return pile
  }

  static of(updates: readonly Update[]): Pile {
    const pile = new Pile()
    for (const update of updates) pile.add(update)
    return pile
  }

  /** Returns what is newly deleted by it. */
  add(update: Update): readonly Range[] {
    const deletes = update.deletions.filter((range) => !this.hasDeleted(range))
    this.#take(update)
    return deletes
  }

  /** How far each client's writing goes. */
  clocks(): Map<number, number> {
    return new Map([...this.#strands.values()].map(({ client, to }) => [client, to]))
  }

  structAt({ client, clock }: Id): Struct | undefined {
    return this.#strands.get(client)?.structAt(clock)
  }

  hasDeleted(range: Range): boolean {
    return this.#deleted().has(range)
  }

  /**
   * All of it as one update; without what somebody has already, as far as that can be left out cheaply, and with these
   * deletions if not all are wanted.
   */
  update(known: Clocks = NONE, deletions: Deletions = this.#deleted()): Uint8Array {
    const lacking = [...this.#strands.values()].filter(({ client, to }) => to > (known.get(client) ?? 0))
    // Yjs merges updates only if their clients are in this order.
    lacking.sort((a, b) => b.client - a.client)
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, lacking.length)
      for (const strand of lacking) strand.write(encoder, known.get(strand.client))
      deletions.write(encoder)
    })
  }

  #deleted(): Deletions {
    if (this.#unread !== undefined) {
      const { bytes, at } = this.#unread
      this.#unread = undefined
      for (const range of readDeletionsAt(bytes, at)) this.#deletions.add(range)
    }
    return this.#deletions
  }

  #take(update: Update): void {
    if (this.#put(update)) return
    // What is there already is cut off; what then still does not fit has holes, which Yjs knows how to keep.
    if (this.#put(readSurely(Y.diffUpdate(update.bytes, Y.encodeStateVector(this.clocks()))))) return
    const whole = readSurely(Y.mergeUpdates([this.update(), update.bytes]))
    this.#strands.clear()
    this.#put(whole)
  }

  #continues({ client, structs }: Section): boolean {
    const to = this.#strands.get(client)?.to
    return to === undefined || structs.length === 0 || structs[0]?.clock === to
  }

  /** False where a section does not begin where what is there of its client ends; nothing is taken then. */
  #put({ bytes, sections, deletions }: Update): boolean {
    if (!sections.every((section) => this.#continues(section))) return false
    for (const section of sections) {
      if (section.structs.length === 0) continue
      const strand = this.#strands.get(section.client)
      if (strand === undefined) this.#strands.set(section.client, Strand.of(section, bytes))
      else strand.append(section, bytes)
    }
    for (const range of deletions) this.#deletions.add(range)
    return true
  }
}

/** Reads an update through once, so that nobody has to do it again. Throws where the bytes are none. */
export function outlineOf(bytes: Uint8Array): Outline {
  const { sections, deletionsAt } = readSurely(bytes)
  const written = sections.filter(({ structs }) => structs.length > 0)
  return {
    passages: written.map((section) => Strand.of(section, bytes).passage(section.start)),
    deletions: deletionsAt,
  }
}
