import * as encoding from 'lib0/encoding'

import type { Section } from './update.ts'

/** A place in a strand from which one can begin to read. */
interface Mark {
  readonly clock: number
  /** Structs before it, and where its bytes begin. */
  readonly structs: number
  readonly at: number
}

/** Whoever lacks part of a strand may get so many bytes more than that; marks lie no closer. */
const STEP = 512

/** What one client wrote, as the bytes of its structs end to end. Nothing is built of them. */
export class Strand {
  readonly client: number
  /** The clock of the first struct, and that after the last. */
  readonly from: number
  #to: number
  #bytes: Uint8Array
  #length: number
  #structs: number
  readonly #marks: Mark[] = []

  /** `bytes` are those of the update that the section is in; the strand keeps a view of them until it grows. */
  constructor(section: Section, bytes: Uint8Array) {
    this.client = section.client
    this.from = section.structs[0]?.clock ?? 0
    this.#to = this.from
    this.#bytes = bytes.subarray(section.start, section.end)
    this.#length = 0
    this.#structs = 0
    this.#count(section)
  }

  get to(): number {
    return this.#to
  }

  /** Puts a section that begins where this ends to the end. */
  append(section: Section, bytes: Uint8Array): void {
    const size = section.end - section.start
    if (this.#length + size > this.#bytes.length) {
      const grown = new Uint8Array((this.#length + size) * 2)
      grown.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = grown
    }
    this.#bytes.set(bytes.subarray(section.start, section.end), this.#length)
    this.#count(section)
  }

  /** Writes it as a section of an update (Yjs V1), from `clock` or a little before. */
  write(encoder: encoding.Encoder, clock = this.from): void {
    const { structs, at, clock: from } = this.#markBefore(clock)
    encoding.writeVarUint(encoder, this.#structs - structs)
    encoding.writeVarUint(encoder, this.client)
    encoding.writeVarUint(encoder, from)
    encoding.writeUint8Array(encoder, this.#bytes.subarray(at, this.#length))
  }

  #count({ structs, start, end }: Section): void {
    for (const [index, { clock, at }] of structs.entries()) {
      const place = this.#length + at - start
      if (place < (this.#marks.at(-1)?.at ?? -STEP) + STEP) continue
      this.#marks.push({ clock, structs: this.#structs + index, at: place })
    }
    const last = structs.at(-1)
    if (last !== undefined) this.#to = last.clock + last.length
    this.#structs += structs.length
    this.#length += end - start
  }

  #markBefore(clock: number): Mark {
    let [low, high] = [0, this.#marks.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#marks[middle]?.clock ?? 0) <= clock) low = middle
      else high = middle
    }
    return this.#marks[low] ?? { clock: this.from, structs: 0, at: 0 }
  }
}
