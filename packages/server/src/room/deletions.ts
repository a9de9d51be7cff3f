import * as encoding from 'lib0/encoding'

import { Spans } from './spans.ts'
import type { Range } from './update.ts'

/** What is deleted, as ranges of each client's clock. */
export class Deletions {
  /** None while nothing is deleted. */
  #clients: Map<number, Spans> | undefined

  add({ client, clock, length }: Range): void {
    this.#clients ??= new Map()
    const spans = this.#clients.get(client) ?? new Spans()
    this.#clients.set(client, spans)
    spans.add(clock, clock + length)
  }

  /** Whether all of this is deleted. */
  has({ client, clock, length }: Range): boolean {
    return this.#clients?.get(client)?.has(clock, clock + length) ?? false
  }

  /** Writes them as the end of an update (Yjs V1). */
  write(encoder: encoding.Encoder): void {
    encoding.writeVarUint(encoder, this.#clients?.size ?? 0)
    for (const [client, spans] of this.#clients ?? []) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, spans.size)
      for (const { from, to } of spans) {
        encoding.writeVarUint(encoder, from)
        encoding.writeVarUint(encoder, to - from)
      }
    }
  }
}
