import { identityOf } from '../document/identity.ts'
import type { DocJson, NodeJson } from '../document/node.ts'
import { carriersOf, holderAt } from './carriers.ts'
import type { Path } from './path.ts'
import { understand } from './understand.ts'

/**
 * The document in which everything that is recognised has an id; what has one keeps it. `makeId` gives another id each time.
 * Asked for once, when minutes come in: afterwards whoever makes a block gives it its id.
 */
export function identify(document: DocJson, makeId: () => string): DocJson {
  const ids = new Map<string, string>()
  for (const { path } of carriersOf(understand(document))) {
    const holder = holderAt(document, path)
    if (holder === undefined || identityOf(holder.node.attrs).id !== undefined) continue
    const key = keyOf(holder.path)
    if (!ids.has(key)) ids.set(key, makeId())
  }
  return ids.size === 0 ? document : withIds(document, [], ids)
}

function withIds<Node extends NodeJson>(node: Node, path: Path, ids: ReadonlyMap<string, string>): Node {
  const id = ids.get(keyOf(path))
  const own = id === undefined ? node : { ...node, attrs: { ...('attrs' in node ? node.attrs : {}), id } }
  if (!('content' in node) || node.content === undefined) return own
  const content: readonly NodeJson[] = node.content
  return { ...own, content: content.map((child, index) => withIds(child, [...path, index], ids)) }
}

function keyOf(path: Path): string {
  return path.join(' ')
}
