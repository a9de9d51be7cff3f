/**
 * Which clocks of which clients an update (Yjs V1) brings, read without building anything: the load generator has to look
 * at every update that every person receives, thousands in a second.
 */
export class RunReader {
  /** @type {Uint8Array} */
  #bytes = new Uint8Array()
  #at = 0

  /**
   * @param {Uint8Array} bytes
   * @param {number} start of the update
   * @returns {number[]} client, clock and length of each run, one after the other
   */
  read(bytes, start) {
    this.#bytes = bytes
    this.#at = start
    const runs = []
    for (let sections = this.#number(); sections > 0; sections--) {
      let structs = this.#number()
      const client = this.#number()
      let clock = this.#number()
      let from = clock
      for (; structs > 0; structs--) {
        const info = this.#bytes[this.#at++] ?? 0
        if (info === 10) {
          if (clock > from) runs.push(client, from, clock - from)
          clock += this.#number()
          from = clock
        } else {
          clock += info === 0 ? this.#number() : this.#item(info)
        }
      }
      if (clock > from) runs.push(client, from, clock - from)
    }
    return runs
  }

  /** @param {number} info */
  #item(info) {
    if (info & 0x80) this.#id()
    if (info & 0x40) this.#id()
    if ((info & 0xc0) === 0) {
      if (this.#number() === 1) this.#string()
      else this.#id()
      if (info & 0x20) this.#string()
    }
    switch (info & 31) {
      case 1:
        return this.#number()
      case 4:
        return this.#string()
      case 6:
        this.#string()
        this.#string()
        return 1
      case 7: {
        const type = this.#number()
        if (type === 3 || type === 5) this.#string()
        return 1
      }
      case 8: {
        const count = this.#number()
        for (let rest = count; rest > 0; rest--) this.#any()
        return count
      }
      default:
        throw new Error('the load writes nothing of this kind')
    }
  }

  #any() {
    const kind = this.#bytes[this.#at++]
    if (kind === 125) this.#number()
    else if (kind === 119) this.#string()
    else if (kind === 123) this.#at += 8
    else if (kind !== 120 && kind !== 121 && kind !== 126 && kind !== 127)
      throw new Error('the load writes no such value')
  }

  #id() {
    this.#number()
    this.#number()
  }

  #number() {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#bytes[this.#at++] ?? 0
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }

  /** Returns the length in UTF-16 units; the load writes nothing beyond ASCII. */
  #string() {
    const length = this.#number()
    this.#at += length
    return length
  }
}
