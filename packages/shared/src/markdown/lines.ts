import type { DocJson, NodeJson } from '../document/node.ts'
import { isMatter } from '../document/normal.ts'
import { type SourceUnit, sourceUnits } from './inline-source.ts'
import { readText } from './parse.ts'
import { phrasingIn, type Source } from './source.ts'

/** A piece of a text block of the document that a text holds; the shape of `Place` in `blocks/`. */
interface Place {
  readonly path: readonly number[]
  readonly from: number
}

/** Where in a text the parts of its document stand. */
export interface Lines {
  readonly document: DocJson
  /** The line, counted from 1, on which the node at this path begins; with a place in its text, the line of that. */
  readonly lineOf: (place: Place) => number
}

/** Reads a text once, to say on which of its lines everything stands. */
export function linesOf(text: string): Lines {
  const { document, source } = readText(text)
  const finder = new Finder(document, source)
  return { document, lineOf: (place) => finder.lineOf(place) }
}

class Finder {
  readonly #document: DocJson
  readonly #source: Source
  readonly #starts: readonly number[]
  readonly #units = new Map<NodeJson, readonly SourceUnit[] | undefined>()

  constructor(document: DocJson, source: Source) {
    this.#document = document
    this.#source = source
    this.#starts = [0, ...Array.from(source.text.matchAll(/\r\n?|\n/g), (match) => match.index + match[0].length)]
  }

  lineOf({ path, from }: Place): number {
    let node: NodeJson = this.#document
    let begin = 0
    for (const index of path) {
      const child: NodeJson | undefined = ('content' in node ? (node.content as readonly NodeJson[]) : [])[index]
      if (child === undefined) break
      node = child
      begin = this.#source.spanOf(node)?.from ?? begin
    }
    const exact = this.#offsetIn(node, from)
    if (exact !== undefined) return lineNumber(this.#starts, exact)
    // The `---` above front matter is not of its text.
    const fence = node.type === 'rawBlock' && isMatter(node) ? 1 : 0
    return lineNumber(this.#starts, begin) + fence + breaksBefore(node, from)
  }

  /** Where in the source a place in a text stands; undefined where that cannot be told to the letter. */
  #offsetIn(node: NodeJson, from: number): number | undefined {
    if (!this.#units.has(node)) this.#units.set(node, this.#unitsOf(node))
    let at = 0
    for (const { unit, from: start } of this.#units.get(node) ?? []) {
      at += unit.kind === 'image' ? 1 : unit.text.length
      if (at > from) return start
    }
    return undefined
  }

  #unitsOf(node: NodeJson): readonly SourceUnit[] | undefined {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return undefined
    const span = this.#source.spanOf(node)
    return span && sourceUnits(node.content ?? [], phrasingIn(span.tree), this.#source)
  }
}

/** Every break in a text block is one line end of its source, as far as can be told from the text alone. */
function breaksBefore(node: NodeJson, offset: number): number {
  let at = 0
  let breaks = 0
  for (const child of 'content' in node ? ((node.content ?? []) as readonly NodeJson[]) : []) {
    if (at >= offset) break
    if (child.type === 'text') breaks += child.text.slice(0, offset - at).split('\n').length - 1
    else if (child.type === 'hardBreak') breaks++
    at += child.type === 'text' ? child.text.length : 1
  }
  return breaks
}

function lineNumber(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle
  }
  return low + 1
}
