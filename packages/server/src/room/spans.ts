interface Span {
  readonly from: number
  readonly to: number
}

/** So many lie in one piece at most: to put a span between others moves no more of them than that. */
const MOST = 512

/**
 * Stretches of a clock: in order, none touching another. There may be hundreds of thousands, in any order, from somebody who wants to
 * hold up everybody: each takes as long as the first.
 */
export class Spans {
  /** None is empty. */
  readonly #pieces: Span[][] = []

  add(from: number, to: number): void {
    // The first span that ends here or later is in this piece, if there is one.
    const at = search(this.#pieces, (piece) => endOf(piece) >= from)
    const piece = this.#pieces[at]
    if (piece === undefined) return this.#append({ from, to })
    const first = search(piece, (span) => span.to >= from)
    const after = search(piece, (span) => span.from > to)
    const start = Math.min(from, after > first ? (piece[first]?.from ?? from) : from)
    let end = Math.max(to, after > first ? (piece[after - 1]?.to ?? to) : to)
    if (after === piece.length) end = Math.max(end, this.#takeUpTo(at + 1, to))
    piece.splice(first, after - first, { from: start, to: end })
    this.#split(at)
  }

  /** Whether all of this is in one of them. */
  has(from: number, to: number): boolean {
    const piece = this.#pieces[search(this.#pieces, (each) => endOf(each) > from)] ?? []
    const span = piece[search(piece, (each) => each.to > from)]
    return span !== undefined && span.from <= from && to <= span.to
  }

  get size(): number {
    return this.#pieces.reduce((sum, { length }) => sum + length, 0)
  }

  *[Symbol.iterator](): Iterator<Span> {
    for (const piece of this.#pieces) yield* piece
  }

  #append(span: Span): void {
    const last = this.#pieces.length - 1
    if (last < 0) this.#pieces.push([span])
    else this.#pieces[last]?.push(span)
    this.#split(last)
  }

  /** Takes away what begins up to here, in this piece and those behind it; returns where the last of it ended, 0 where there is none. */
  #takeUpTo(at: number, to: number): number {
    let [end, whole] = [0, at]
    for (let piece = this.#pieces[whole]; piece !== undefined; piece = this.#pieces[whole]) {
      const taken = piece.splice(
        0,
        search(piece, (span) => span.from > to),
      )
      end = taken.at(-1)?.to ?? end
      if (piece.length > 0) break
      whole++
    }
    this.#pieces.splice(at, whole - at)
    return end
  }

  #split(at: number): void {
    const piece = this.#pieces[at]
    if (piece !== undefined && piece.length > MOST) this.#pieces.splice(at + 1, 0, piece.splice(MOST / 2))
  }
}

function endOf(piece: readonly Span[]): number {
  return piece.at(-1)?.to ?? 0
}

/** The index of the first for which this holds, given that it holds for all after it. */
function search<T>(all: readonly T[], holds: (each: T) => boolean): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const each = all[middle]
    if (each !== undefined && holds(each)) high = middle
    else low = middle + 1
  }
  return low
}
