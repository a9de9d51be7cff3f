import { type IdentifiedJson, isIdentified } from '../document/identity.ts'
import type { DocJson } from '../document/node.ts'
import type { Carrier, Written } from './block.ts'
import { nodeAt, type Path, type Place } from './path.ts'
import { bareLines } from './reading/line.ts'
import type { Understanding } from './understand.ts'

/** Where everything stands that can be referred to. */
export function carriersOf({ attendances, agendas, polls, decisions, actions }: Understanding): readonly Carrier[] {
  return [...attendances, ...agendas, ...polls, ...decisions, ...actions].map(({ carrier }) => carrier)
}

/** The node that keeps the id of what stands at a path: the one there, else the innermost around it (a table has those of its cells). */
export function holderAt(
  document: DocJson,
  path: Path,
): { readonly path: Path; readonly node: IdentifiedJson } | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const node = nodeAt(document, path.slice(0, depth))
    if (node !== undefined && isIdentified(node)) return { path: path.slice(0, depth), node }
  }
  return undefined
}

/** Where a block begins: where these words of it are written, else its line. */
export function placeOf(document: DocJson, { path, row }: Carrier, { at }: Written<unknown>): Place {
  if (at !== null) return at
  const node = nodeAt(document, path)
  const isText = node?.type === 'paragraph' || node?.type === 'heading' || node?.type === 'tableCell'
  return { path, from: isText ? (bareLines(node)[row]?.from ?? 0) : 0 }
}
