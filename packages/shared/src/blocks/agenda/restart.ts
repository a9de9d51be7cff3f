import { isWithin } from '../path.ts'
import { keyOf, type View } from '../reading/index.ts'
import type { Entry } from './entries.ts'

/**
 * The entries of the list that is the block of this index, without those with which the notes begin. Where minutes go through a
 * numbered agenda by numbers again, Markdown makes one list of `4. last topic` and the `1. first topic` behind it, up to the first
 * paragraph. The number with which the list behind that goes on tells how many are of the notes.
 */
export function beforeRestart(view: View, index: number, entries: readonly Entry[]): readonly Entry[] {
  const { node, path } = view.blocks[index]!
  if (node.type !== 'orderedList') return beforeAgain(entries)
  const parent = path.slice(0, -1)
  const first = node.attrs?.start ?? 1
  for (const { node, path: next } of view.blocks.slice(index + 1)) {
    if (!isWithin(next, parent) || (next.length === path.length && node.type === 'heading')) break
    if (next.length > path.length || node.type !== 'orderedList') continue
    const again = (node.attrs?.start ?? 1) - first
    return again > 0 && again < entries.length ? entries.slice(0, entries.length - again) : entries
  }
  return entries
}

/** The same of points: the second half says the first again, each with the notes below it. */
function beforeAgain(entries: readonly Entry[]): readonly Entry[] {
  const half = entries.length / 2
  if (half < 2 || !Number.isInteger(half)) return entries
  const isAgain = entries.slice(0, half).every((entry, at) => {
    const later = entries[at + half]!
    return entry.nested.length === 0 && later.nested.length > 0 && beginningOf(entry) === beginningOf(later)
  })
  return isAgain ? entries.slice(0, half) : entries
}

function beginningOf({ passage }: Entry): string {
  return keyOf(passage?.text ?? '')
    .split(' ')
    .slice(0, 2)
    .join(' ')
}
