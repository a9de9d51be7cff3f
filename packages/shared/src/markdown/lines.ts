import type { DocJson, NodeJson } from '../document/node.ts'
import { isMatter } from '../document/normal.ts'
import { readText } from './parse.ts'
import type { Source } from './source.ts'

/** A piece of a text block of the document that a text holds; the shape of `Span` in `blocks/`. */
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
  const starts = lineStarts(source.text)
  return { document, lineOf: ({ path, from }) => lineAt(document, source, starts, path, from) }
}

function lineAt(
  document: DocJson,
  source: Source,
  starts: readonly number[],
  path: readonly number[],
  from: number,
): number {
  let node: NodeJson = document
  let begin = 0
  for (const index of path) {
    const child: NodeJson | undefined = ('content' in node ? (node.content as readonly NodeJson[]) : [])[index]
    if (child === undefined) break
    node = child
    begin = source.spanOf(node)?.from ?? begin
  }
  // The `---` above front matter is not of its text.
  const fence = node.type === 'rawBlock' && isMatter(node) ? 1 : 0
  return lineNumber(starts, begin) + fence + breaksBefore(node, from)
}

/** Every break in a text block is one line end of its source. */
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

function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), (match) => match.index + match[0].length)]
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
