import { isIdentified } from '../document/identity.ts'
import type { DocJson, NodeJson } from '../document/node.ts'

/** The document in which every block that can have one has an id of its own, and every third a role too. */
export function identified(document: DocJson): DocJson {
  let count = 0
  return mapped(document, (node) => {
    // An empty paragraph says nothing, and its normal form nothing of it.
    if (!isIdentified(node) || !node.content?.length) return node
    count++
    return {
      ...node,
      attrs: { ...node.attrs, id: `id${count}`, ...(count % 3 === 0 ? { role: 'plain' } : {}) },
    } as NodeJson
  })
}

/** The same document, in which no block is anybody. */
export function withoutIdentity(document: DocJson): DocJson {
  return mapped(document, (node) => {
    if (!isIdentified(node) || node.attrs === undefined) return node
    const { id: _id, role: _role, ...attrs } = node.attrs
    const isBare = node.type === 'paragraph' || node.type === 'table'
    const { attrs: _attrs, ...rest } = node
    return (isBare ? rest : { ...node, attrs }) as NodeJson
  })
}

function mapped<Node extends NodeJson>(node: Node, map: (node: NodeJson) => NodeJson): Node {
  const mine = map(node)
  if (!('content' in mine)) return mine as Node
  const content = (mine.content as readonly NodeJson[]).map((child) => mapped(child, map))
  return { ...mine, content } as unknown as Node
}
