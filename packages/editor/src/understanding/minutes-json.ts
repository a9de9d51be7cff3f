import type { DocJson, NodeJson } from '@plenary/shared/document'
import type { Node } from '@tiptap/pm/model'

const known = new WeakMap<Node, NodeJson>()

/**
 * The minutes as JSON. Nodes never change, so the JSON of a node is made once: what has not been edited since the last time
 * is the very same object, by which `understand` knows that it has read it already.
 */
export function minutesJson(doc: Node): DocJson {
  return jsonOf(doc) as DocJson
}

function jsonOf(node: Node): NodeJson {
  const before = known.get(node)
  if (before !== undefined) return before
  const json = (node.inlineContent || node.isLeaf ? node.toJSON() : withChildren(node)) as NodeJson
  known.set(node, json)
  return json
}

/** As `Node.toJSON` does it, from the children's remembered JSON. */
function withChildren({ type, attrs, children }: Node): object {
  return {
    type: type.name,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(children.length > 0 && { content: children.map(jsonOf) }),
  }
}
