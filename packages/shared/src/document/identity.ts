import type { BlockJson } from './node.ts'

/**
 * What is kept on a node beyond what Markdown says of it, and never printed: an `id`, so that others can refer to what stands
 * there, and the `role` that a person gave it; see `blocks/block.ts`. Two documents that differ in nothing else are the same
 * minutes.
 */
export interface Identity {
  readonly id?: string | null
  readonly role?: string | null
}

/** How a copy on the clipboard carries it. */
export const IDENTITY_HTML: Readonly<Record<keyof Identity, string>> = {
  id: 'data-plenary-id',
  role: 'data-plenary-role',
}

/** The blocks that can have one. */
export type IdentifiedJson = Extract<BlockJson, { readonly attrs?: Identity }>

const IDENTIFIED: ReadonlySet<string> = new Set<IdentifiedJson['type']>([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'table',
  'rawBlock',
])

export function isIdentified(node: { readonly type: string }): node is IdentifiedJson {
  return IDENTIFIED.has(node.type)
}

/** The identity among a node's attributes; only what is there, and only what can be one. */
export function identityOf(attrs: object | undefined): Identity {
  const { id, role } = (attrs ?? {}) as Record<keyof Identity, unknown>
  return { ...(isWord(id) ? { id } : {}), ...(isWord(role) ? { role } : {}) }
}

/** The same as `attrs`, to be spread into a node that has no others: nothing at all where there is nothing to keep. */
export function identityAttrs(attrs: object | undefined): { readonly attrs?: Identity } {
  const identity = identityOf(attrs)
  return Object.keys(identity).length === 0 ? {} : { attrs: identity }
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
