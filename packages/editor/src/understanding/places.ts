import { type Path, type Place, positionOf, type Span } from '@plenary/shared/blocks'
import type { Node } from '@tiptap/pm/model'

/** A piece of the document by ProseMirror's positions. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Where paths and spans of a reading are in the document that was read. */
export class Places {
  readonly doc: Node
  readonly #starts: readonly number[]

  constructor(doc: Node) {
    this.doc = doc
    let at = 0
    this.#starts = doc.children.map(({ nodeSize }) => {
      const start = at
      at += nodeSize
      return start
    })
  }

  /** Where the node begins. Its siblings at the top, thousands of them in long minutes, are counted only once. */
  start([first, ...rest]: Path): number {
    const start = first === undefined ? undefined : this.#starts[first]
    if (first === undefined || start === undefined) throw new RangeError('the minutes have no such block')
    return rest.length === 0 ? start : start + 1 + positionOf(this.doc.child(first), rest)
  }

  node(path: Path): Node {
    const node = this.doc.nodeAt(this.start(path))
    if (node === null) throw new RangeError('the minutes have no such node')
    return node
  }

  span({ path, from, to }: Span): Range {
    const start = this.start(path) + 1
    return { from: start + from, to: start + to }
  }

  /** One line of a text block; a list, a table or a source is a line of its own. */
  line(path: Path, row: number): Range {
    const start = this.start(path) + 1
    const node = this.node(path)
    if (!node.inlineContent || node.type.spec.code === true) return { from: start, to: start + node.content.size }
    const lines = linesOf(node)
    const from = start + lines.slice(0, row).reduce((sum, line) => sum + line.length + 1, 0)
    return { from, to: from + (lines[row]?.length ?? 0) }
  }

  /** The line in which a place is. */
  lineAt({ path, from }: Place): Range {
    const node = this.node(path)
    if (!node.inlineContent || node.type.spec.code === true) return this.line(path, 0)
    const before = linesOf(node.cut(0, Math.min(from, node.content.size)))
    return this.line(path, before.length - 1)
  }
}

/** The lines of a text block, one character for each of its positions. */
export function linesOf(node: Node): string[] {
  const text = node.textBetween(0, node.content.size, '', ({ type }) => (type.name === 'hardBreak' ? '\n' : '\uFFFC'))
  return text.split('\n')
}
