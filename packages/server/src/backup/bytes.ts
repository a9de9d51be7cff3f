/** Reads a stream of bytes piece by piece; throws where it ends early. */
export class Bytes {
  readonly #source: AsyncIterator<Uint8Array>
  #chunk: Uint8Array = new Uint8Array()
  #at = 0

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async byte(): Promise<number> {
    while (this.#at === this.#chunk.length) await this.#next()
    return this.#chunk[this.#at++] ?? 0
  }

  async take(length: number): Promise<Uint8Array> {
    const taken = Buffer.alloc(length)
    for (let filled = 0; filled < length;) {
      if (this.#at === this.#chunk.length) await this.#next()
      const piece = this.#chunk.subarray(this.#at, this.#at + length - filled)
      taken.set(piece, filled)
      filled += piece.length
      this.#at += piece.length
    }
    return taken
  }

  /** As lib0 writes it: seven bits to a byte, the lowest first. */
  async varUint(): Promise<number> {
    let number = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = await this.byte()
      number += (byte % 128) * factor
      if (byte < 128) return number
    }
  }

  async #next(): Promise<void> {
    const { done, value } = await this.#source.next()
    if (done === true) throw new Error('it ends early')
    this.#chunk = value
    this.#at = 0
  }
}
