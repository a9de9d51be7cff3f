import type { Node, NodeType, ResolvedPos, Schema } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'

/** The schema's node type of that name; a wrong name is a bug. */
export function typeOf(schema: Schema, name: string): NodeType {
  const type = schema.nodes[name]
  if (!type) throw new Error(`the schema has no node ${name}`)
  return type
}

export const isList = (node: Node): boolean => node.type.spec.group?.split(' ').includes('list') ?? false

/** The depth of the innermost ancestor of that type that holds the whole selection, or null. */
export function depthOf(state: EditorState, name: string): number | null {
  const { $from, $to } = state.selection
  for (let depth = $from.sharedDepth($to.pos); depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === name) return depth
  }
  return null
}

/** The depth of the innermost ancestor of that type, or null. */
export function innermost($pos: ResolvedPos, name: string): number | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) if ($pos.node(depth).type.name === name) return depth
  return null
}
