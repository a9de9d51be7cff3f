import type { Nodes, PhrasingContent } from 'mdast'

export interface Span {
  readonly from: number
  readonly to: number
  /** The mdast node that the document's node was read from. */
  readonly tree: Nodes
}

/** A text and where in it everything stands. Kept beside the document; nothing of it is ever stored on a node. */
export class Source {
  /** Without the byte order mark. */
  readonly text: string
  readonly mark: string
  readonly #prefixes: readonly number[]
  readonly #spans = new Map<object, Span>()

  constructor(text: string, mark: string, prefixes: readonly number[]) {
    this.text = text
    this.mark = mark
    this.#prefixes = prefixes
  }

  /** Remembers where a node of the document stands. */
  place<Node extends object>(node: Node, tree: Nodes, from = offsetOf(tree), to = endOf(tree)): Node {
    this.#spans.set(node, { from, to, tree })
    return node
  }

  spanOf(node: object): Span | undefined {
    return this.#spans.get(node)
  }

  slice(from: number, to: number): string {
    return this.text.slice(from, to)
  }

  /** The slice as its own container sees it: line ends as `\n`, without the markers and indents of what it stands in. */
  plain(from: number, to: number): string {
    let out = ''
    let at = from
    for (
      let index = this.#prefixAfter(from);
      index < this.#prefixes.length && this.#prefixes[index]! < to;
      index += 2
    ) {
      out += this.text.slice(at, this.#prefixes[index])
      at = Math.min(to, this.#prefixes[index + 1]!)
    }
    return (out + this.text.slice(at, to)).replace(/\r\n?/g, '\n')
  }

  /** The end of what a line begins with before its container's content; the same place when nothing does. */
  skipMarkers(at: number): number {
    let end = at
    for (let index = this.#prefixAfter(at); this.#prefixes[index] === end; index += 2) end = this.#prefixes[index + 1]!
    return end
  }

  /** The same, and the blanks that a line of text may begin with. */
  skipPrefix(at: number): number {
    let end = this.skipMarkers(at)
    while (this.text[end] === ' ' || this.text[end] === '\t') end++
    return end
  }

  lineStart(at: number): number {
    let start = at
    while (start > 0 && this.text[start - 1] !== '\n' && this.text[start - 1] !== '\r') start--
    return start
  }

  /** What stands before this place on its line. */
  lead(at: number): string {
    return this.text.slice(this.lineStart(at), at)
  }

  /** The line end that lines near this place have. */
  lineEnd(at: number): string {
    const pattern = /\r\n?|\n/g
    pattern.lastIndex = at
    const next = pattern.exec(this.text) ?? /\r\n?|\n/.exec(this.text)
    return next?.[0] ?? '\n'
  }

  /** Index of the first prefix that begins at or behind this place. */
  #prefixAfter(at: number): number {
    let low = 0
    let high = this.#prefixes.length / 2
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#prefixes[middle * 2]! < at) low = middle + 1
      else high = middle
    }
    return low * 2
  }
}

/** The inline content of the tree that a text block was read from, in which there is nothing else. */
export function phrasingIn(tree: Nodes): readonly PhrasingContent[] {
  return 'children' in tree ? (tree.children as readonly PhrasingContent[]) : []
}

export function offsetOf(tree: Nodes): number {
  return tree.position?.start.offset ?? 0
}

export function endOf(tree: Nodes): number {
  return tree.position?.end.offset ?? 0
}
