import { IDENTITY_HTML, identityOf, isIdentified } from '@plenary/shared/document'
import { DOMSerializer, type DOMOutputSpec, type Node, type Schema } from '@tiptap/pm/model'

/** What the clipboard gets as HTML: as the schema says, and the identity of blocks with it, so that who cuts and pastes moves it. */
export function serializerWithIdentity(schema: Schema): DOMSerializer {
  const { nodes, marks } = DOMSerializer.fromSchema(schema)
  const all = Object.entries(nodes).map(([name, toDom]) => [
    name,
    isIdentified({ type: name }) ? (node: Node) => withIdentity(toDom(node), node) : toDom,
  ])
  return new DOMSerializer(Object.fromEntries(all) as typeof nodes, marks)
}

function withIdentity(spec: DOMOutputSpec, node: Node): DOMOutputSpec {
  const { id, role } = identityOf(node.attrs)
  const own = { ...(id && { [IDENTITY_HTML.id]: id }), ...(role && { [IDENTITY_HTML.role]: role }) }
  if (!Array.isArray(spec) || Object.keys(own).length === 0) return spec
  const [tag, next, ...rest] = spec as readonly [string, ...unknown[]]
  const hasAttributes = typeof next === 'object' && next !== null && !Array.isArray(next)
  return hasAttributes ? [tag, { ...next, ...own }, ...rest] : [tag, own, next, ...rest]
}
