import type { BlockJson, DocJson, NodeJson } from '../../document/node.ts'
import type { Change } from '../change/change.ts'
import { childrenOf, nodeAt, type Path } from '../path.ts'

/** What people have put between the nodes is looked past, up to so many blocks. */
const REACH = 12

/**
 * Puts nodes at a place, but for those that stand there or soon behind it already, in their order and up to the next heading: what
 * is written a second time changes nothing.
 */
export function insertMissing(document: DocJson, path: Path, nodes: readonly BlockJson[]): readonly Change[] {
  const parent = path.slice(0, -1)
  const siblings = childrenOf(nodeAt(document, parent) ?? document)
  let at = path.at(-1)!
  const limit = endOf(siblings, at)
  return nodes.flatMap((node): Change[] => {
    const words = wordsOf(node)
    const there = siblings.findIndex((each, index) => index >= at && index < limit && wordsOf(each) === words)
    if (there < 0) return [{ type: 'insert', path: [...parent, at], nodes: [node] }]
    at = there + 1
    return []
  })
}

function endOf(siblings: readonly NodeJson[], from: number): number {
  const heading = siblings.findIndex(({ type }, index) => index >= from && type === 'heading')
  return Math.min(from + REACH, heading < 0 ? siblings.length : heading)
}

/** What a node says and what it is, without marks and ids. */
function wordsOf(node: NodeJson): string {
  if (node.type === 'text') return node.text
  return `<${node.type}>${childrenOf(node).map(wordsOf).join('')}`
}
