import type { Written } from '../block.ts'
import type { Span } from '../path.ts'
import { isVacant } from '../people/name-shape.ts'
import { type Line, spanIn } from '../reading/index.ts'

/** The owners whom a cell of a table names, and the place that all of it takes. */
export interface OwnersInCell {
  readonly people: readonly Written<string>[]
  readonly at: Span | null
}

const NAME = /^[\s@*_[(]*(?<name>[\p{L}\p{N}][^()[\]]*?)[\s*_\])]*(?:\([^()]*\))?\s*$/u
const BETWEEN = /\s*(?:[,;&+/\n]|\band\b)\s*/g
/** Longer words are no name, but say what is to come. */
const WORDS = 4
/** Nor is what has more letters, through which the pattern would go again and again. */
const LONGEST = 120

/** `Lee, @mary and Tom`; nobody where the cell is empty or says that somebody is still to be found. */
export function ownersInCell(cell: Line): OwnersInCell {
  const { text } = cell
  const people: Written<string>[] = []
  let from = 0
  for (const { 0: between, index } of [...text.matchAll(BETWEEN), { 0: '', index: text.length }]) {
    const part = index - from > LONGEST ? null : NAME.exec(text.slice(from, index))
    const name = part?.groups?.['name']
    if (name !== undefined && /\p{L}/u.test(name) && !isVacant(name) && name.split(/\s+/).length <= WORDS) {
      const at = from + text.slice(from, index).indexOf(name)
      people.push({ value: name, at: spanIn(cell, at, at + name.length) })
    }
    from = index + between.length
  }
  return { people, at: spanIn(cell) }
}
