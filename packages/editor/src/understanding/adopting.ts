import type { Carrier, Path, Understanding } from '@plenary/shared/blocks'
import type { EditorState, Transaction } from '@tiptap/pm/state'

import type { Places, Range } from './places.ts'
import type { Reading } from './state.ts'

/**
 * Gives an id to what the person at this page has made: a block in the ranges that they have just written. This is the one
 * thing that is written without anybody asking for it, so nobody's undo knows of it, and a page that only shows what others
 * write never does it. Null where there is nothing to write. The reading must be one of the state's document.
 */
export function adopting(
  state: EditorState,
  { understanding, places }: Reading,
  own: readonly Range[],
): Transaction | null {
  if (own.length === 0) return null
  const { tr } = state
  for (const carrier of carriersOf(understanding)) adopt(tr, carrier, places, own)
  return tr.docChanged ? tr.setMeta('addToHistory', false) : null
}

function adopt(tr: Transaction, { path, row, id }: Carrier, places: Places, own: readonly Range[]): void {
  if (id !== null) return
  const line = places.line(path, row)
  if (!own.some(({ from, to }) => from <= line.to && line.from <= to)) return
  const holder = holderOf(places, path)
  // One node may carry several blocks; the first of them has named it then.
  if (holder !== undefined && tr.doc.nodeAt(holder)?.attrs['id'] === null) tr.setNodeAttribute(holder, 'id', newId())
}

/** The node that can keep an id: the one at the path, or the innermost around it (a table keeps that of its cells). */
function holderOf(places: Places, path: Path): number | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const at = path.slice(0, depth)
    if (places.node(at).type.spec.attrs?.['id'] !== undefined) return places.start(at)
  }
  return undefined
}

function carriersOf({ attendances, agendas, polls, decisions, actions }: Understanding): Carrier[] {
  return [...attendances, ...agendas, ...polls, ...decisions, ...actions].map(({ carrier }) => carrier)
}

/** Ten letters and digits: enough for one document, and short enough to be read out. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('')
}
