import type { DocJson, NodeJson } from '../document/node.ts'

/** A node's place: the index of the child to take at each level, from the document down. */
export type Path = readonly number[]

/** A piece of the text of one text block, counted as ProseMirror does: a letter, a break and an image are one each. */
export interface Span {
  readonly path: Path
  readonly from: number
  readonly to: number
}

/** Where a span begins. */
export type Place = Pick<Span, 'path' | 'from'>

export function childrenOf(node: NodeJson): readonly NodeJson[] {
  return 'content' in node ? (node.content ?? []) : []
}

/** The node at a path, or undefined where the document has none. Text runs count as children, as in JSON. */
export function nodeAt(document: DocJson, path: Path): NodeJson | undefined {
  let node: NodeJson | undefined = document
  for (const index of path) node = node && childrenOf(node)[index]
  return node
}

export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((index, level) => index === b[level])
}

/** Whether the first path is that of the second's ancestor, or the same. */
export function isWithin(path: Path, ancestor: Path): boolean {
  return ancestor.length <= path.length && ancestor.every((index, level) => index === path[level])
}

/** Whether the second stands right behind the first, in the same parent. */
export function isNext(path: Path, next: Path): boolean {
  return (
    path.length === next.length &&
    path.every((index, level) => next[level] === (level === path.length - 1 ? index + 1 : index))
  )
}

/** Right behind, in the same parent. */
export function nextPath(path: Path): number[] {
  return [...path.slice(0, -1), path.at(-1)! + 1]
}

/** Document order; an ancestor stands before what is in it. */
export function comparePaths(a: Path, b: Path): number {
  for (let level = 0; level < Math.min(a.length, b.length); level++) {
    if (a[level] !== b[level]) return a[level]! - b[level]!
  }
  return a.length - b.length
}

/** The same for places in the text. */
export function comparePlaces(a: Place, b: Place): number {
  return comparePaths(a.path, b.path) || a.from - b.from
}
