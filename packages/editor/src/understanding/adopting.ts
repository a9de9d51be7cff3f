import { type Carrier, carriersOf, holderAt } from '@plenary/shared/blocks'
import type { EditorState, Transaction } from '@tiptap/pm/state'

import type { Range } from './places.ts'
import type { Reading } from './state.ts'

/**
 * Gives an id to what the person at this page has made: a block in the ranges that they have just written. This is the one
 * thing that is written without anybody asking for it, so nobody's undo knows of it, and a page that only shows what others
 * write never does it. Null where there is nothing to write. The reading must be one of the state's document.
 */
export function adopting(state: EditorState, reading: Reading, own: readonly Range[]): Transaction | null {
  if (own.length === 0) return null
  const { tr } = state
  for (const carrier of carriersOf(reading.understanding)) adopt(tr, carrier, reading, own)
  return tr.docChanged ? tr.setMeta('addToHistory', false) : null
}

function adopt(
  tr: Transaction,
  { path, row, id }: Carrier,
  { document, places }: Reading,
  own: readonly Range[],
): void {
  if (id !== null) return
  const line = places.line(path, row)
  if (!own.some(({ from, to }) => from <= line.to && line.from <= to)) return
  const holder = holderAt(document, path)
  if (holder === undefined) return
  const at = places.start(holder.path)
  // One node may carry several blocks; the first of them has named it then.
  if (tr.doc.nodeAt(at)?.attrs['id'] === null) tr.setNodeAttribute(at, 'id', newId())
}

/** Ten letters and digits: enough for one document, and short enough to be read out. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('')
}
