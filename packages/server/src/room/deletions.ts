import * as encoding from 'lib0/encoding'

import type { Range } from './update.ts'

/** What is deleted, as ranges of each client's clock: in order, none touching another. */
export class Deletions {
  /** None while nothing is deleted. */
  #clients: Map<number, Span[]> | undefined

  add({ client, clock, length }: Range): void {
    this.#clients ??= new Map()
    const spans = this.#clients.get(client)
    if (spans === undefined) {
      this.#clients.set(client, [{ from: clock, to: clock + length }])
      return
    }
    // The first that ends here or later, and the first that begins after the end: what lies between becomes one.
    const first = search(spans, (span) => span.to >= clock)
    const after = search(spans, (span) => span.from > clock + length)
    const from = Math.min(clock, after > first ? (spans[first]?.from ?? clock) : clock)
    const to = Math.max(clock + length, after > first ? (spans[after - 1]?.to ?? 0) : 0)
    spans.splice(first, after - first, { from, to })
  }

  /** Whether all of this is deleted. */
  has({ client, clock, length }: Range): boolean {
    const spans = this.#clients?.get(client) ?? []
    const span = spans[search(spans, ({ to }) => to > clock)]
    return span !== undefined && span.from <= clock && clock + length <= span.to
  }

  /** Writes them as the end of an update (Yjs V1). */
  write(encoder: encoding.Encoder): void {
    encoding.writeVarUint(encoder, this.#clients?.size ?? 0)
    for (const [client, spans] of this.#clients ?? []) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, spans.length)
      for (const { from, to } of spans) {
        encoding.writeVarUint(encoder, from)
        encoding.writeVarUint(encoder, to - from)
      }
    }
  }
}

interface Span {
  readonly from: number
  readonly to: number
}

/** The index of the first span for which this holds, given that it holds for all after it. */
function search(spans: readonly Span[], holds: (span: Span) => boolean): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const span = spans[middle]
    if (span !== undefined && holds(span)) high = middle
    else low = middle + 1
  }
  return low
}
