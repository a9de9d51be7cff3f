import * as encoding from 'lib0/encoding'

import type { Mark, Passage } from './outline.ts'
import { type Section, type Struct, structsIn } from './update.ts'

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
  readonly #marks: Mark[]
  /** What lies between two marks, as it was read last. */
  #stretch: Stretch | undefined

  /** `bytes` are those of the update that the passage is in; the strand keeps a view of them until it grows. */
  constructor({ client, from, to, structs, start, end, marks }: Passage, bytes: Uint8Array) {
    this.client = client
    this.from = from
    this.#to = to
    this.#bytes = bytes.subarray(start, end)
    this.#length = end - start
    this.#structs = structs
    this.#marks = [...marks]
  }

  static of(section: Section, bytes: Uint8Array): Strand {
    const { client, structs, start, end } = section
    const from = structs[0]?.clock ?? 0
    const strand = new Strand({ client, from, to: from, structs: 0, start, end: start, marks: [] }, bytes)
    // A copy: the bytes of a frame lie in a larger buffer, which would stay in memory with them.
    strand.#bytes = new Uint8Array(bytes.subarray(start, end))
    strand.#count(section)
    return strand
  }

  get to(): number {
    return this.#to
  }

  /** What stands at a clock of this strand; undefined beyond it. Who asks for one struct often asks for its neighbours next. */
  structAt(clock: number): Struct | undefined {
    if (clock < this.from || clock >= this.#to) return undefined
    if (this.#stretch === undefined || clock < this.#stretch.from || clock >= this.#stretch.to) {
      this.#stretch = this.#read(this.#indexBefore(clock))
    }
    return this.#stretch.structs.findLast((struct) => struct.clock <= clock)
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

  /** Where it lies, if its bytes begin at `start`. */
  passage(start: number): Passage {
    const { client, from } = this
    return { client, from, to: this.#to, structs: this.#structs, start, end: start + this.#length, marks: this.#marks }
  }

  /** Writes it as a section of an update (Yjs V1), from `clock` or a little before. */
  write(encoder: encoding.Encoder, clock = this.from): void {
    const { structs, at, clock: from } = this.#marks[this.#indexBefore(clock)] ?? this.#start
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

  #read(index: number): Stretch {
    const mark = this.#marks[index] ?? this.#start
    const next = this.#marks[index + 1] ?? { clock: this.#to, at: this.#length }
    return { from: mark.clock, to: next.clock, structs: structsIn(this.#bytes.subarray(mark.at, next.at), mark.clock) }
  }

  get #start(): Mark {
    return { clock: this.from, structs: 0, at: 0 }
  }

  #indexBefore(clock: number): number {
    let [low, high] = [0, this.#marks.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#marks[middle]?.clock ?? 0) <= clock) low = middle
      else high = middle
    }
    return low
  }
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly structs: readonly Struct[]
}
