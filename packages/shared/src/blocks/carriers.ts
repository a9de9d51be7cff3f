import { type IdentifiedJson, isIdentified } from '../document/identity.ts'
import type { DocJson, NodeJson } from '../document/node.ts'
import type { AgendaItem } from './agenda/agenda.ts'
import { flat } from './agenda/spelling.ts'
import type { Carrier, Written } from './block.ts'
import { childrenOf, nodeAt, type Path, type Place } from './path.ts'
import { bareLines } from './reading/line.ts'
import type { Understanding } from './understand.ts'

/** Where everything stands that can be referred to. */
export function carriersOf({ attendances, agendas, polls, decisions, actions }: Understanding): readonly Carrier[] {
  const blocks = [...attendances, ...agendas, ...polls, ...decisions, ...actions]
  const items = agendas.flatMap((agenda) => flat(agenda.items))
  return [...blocks.map(({ carrier }) => carrier), ...items.map(carrierOf)]
}

/** An item of an agenda is referred to while the meeting goes through it. */
function carrierOf({ id, at: { path } }: AgendaItem): Carrier {
  return { path, row: 0, id: id ?? null, isSaid: false }
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

/** Where the node with this id is; null where there is none. */
export function pathOfId(document: DocJson, id: string): Path | null {
  const find = (node: NodeJson, path: Path): Path | null => {
    if (isIdentified(node) && node.attrs?.id === id) return path
    for (const [index, child] of childrenOf(node).entries()) {
      const found = find(child, [...path, index])
      if (found !== null) return found
    }
    return null
  }
  return find(document, [])
}

/** Where a block begins: where these words of it are written, else its line. */
export function placeOf(document: DocJson, { path, row }: Carrier, { at }: Written<unknown>): Place {
  if (at !== null) return at
  const node = nodeAt(document, path)
  const isText = node?.type === 'paragraph' || node?.type === 'heading' || node?.type === 'tableCell'
  return { path, from: isText ? (bareLines(node)[row]?.from ?? 0) : 0 }
}
