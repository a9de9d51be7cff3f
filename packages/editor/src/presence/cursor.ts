import * as Y from 'yjs'

import type { Side } from '../binding/index.ts'

/** Where somebody is, as it travels: two places in the form that y-prosemirror's clients use as well. */
export interface Cursor {
  readonly anchor: Y.RelativePosition
  readonly head: Y.RelativePosition
}

/** The side to which each end of a selection holds: a caret to its left, a selection to what is inside it. */
export function sidesOf(anchor: number, head: number): { readonly anchor: Side; readonly head: Side } {
  return { anchor: anchor < head ? 0 : -1, head: head < anchor ? 0 : -1 }
}

/** Reads another page's cursor; null for anything that is none. `root`: the only root type that a place may name. */
export function readCursor(value: unknown, root: string): Cursor | null {
  if (!isObject(value)) return null
  const [anchor, head] = [readPlace(value['anchor'], root), readPlace(value['head'], root)]
  return anchor !== null && head !== null ? { anchor, head } : null
}

function readPlace(value: unknown, root: string): Y.RelativePosition | null {
  if (!isObject(value)) return null
  const { type = null, tname = null, item = null, assoc = 0 } = value
  if (!isId(type) || !isId(item) || typeof assoc !== 'number') return null
  // Yjs would make any root type that is named.
  if (tname !== null && tname !== root) return null
  if (type === null && tname === null && item === null) return null
  return Y.createRelativePositionFromJSON({ type, tname, item, assoc })
}

function isId(value: unknown): boolean {
  return value === null || (isObject(value) && [value['client'], value['clock']].every(isCount))
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
