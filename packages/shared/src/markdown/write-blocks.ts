import type { BlockJson } from '../document/node.ts'
import { isList } from '../document/normal.ts'
import { gapOf, prefixOf } from './gap.ts'
import { pairUp } from './pair-up.ts'
import { writeBlock } from './write-block.ts'
import type { Place, Writing } from './writing.ts'
import { isSame } from './writing.ts'

/** Blocks in a row, as a patch of the old row. */
export function writeBlocks(
  old: readonly BlockJson[],
  now: readonly BlockJson[],
  where: Place,
  writing: Writing,
): string {
  const { source } = writing.base
  // Behind a list on the marker's own line a deeper one would be part of that list's item.
  const place = isList(now[0]) ? { ...where, listPrefix: where.prefix } : where
  const pairs = pairUp(old, now, writing.keys)
  const isKept = (index: number): boolean =>
    index > 0 &&
    pairs[index]! > 0 &&
    pairs[index - 1] === pairs[index]! - 1 &&
    isTrusted(now[index - 1]!, now[index]!, writing)
  let out = ''
  let last = ''
  now.forEach((node, index) => {
    const oldNode = old[pairs[index]!]
    const span = oldNode && source.spanOf(oldNode)
    const before = old[pairs[index - 1] ?? -1]
    if (isKept(index)) out += source.slice(source.spanOf(before!)!.to, span!.from)
    else if (index > 0) {
      const neighbours = { left: now[index - 1]!, right: node, oldLeft: before, oldRight: oldNode }
      out += gapOf(
        neighbours,
        old,
        lineEndAt(place, span?.from ?? (before && source.spanOf(before)?.to), writing),
        writing,
      )
    }
    const avoid = new Set(index === 0 ? place.avoid : [])
    if (isList(node)) {
      if (now[index - 1]?.type === node.type && !isKept(index)) avoid.add(markerOf(last))
      const next = now[index + 1]?.type === node.type ? old[pairs[index + 1]!] : undefined
      const nextSpan = next && source.spanOf(next)
      // An old list behind this one keeps its markers; a new one, or one that is rewritten, gives way itself.
      if (nextSpan && !isKept(index + 1) && pairs[index]! < 0)
        avoid.add(markerOf(source.slice(nextSpan.from, nextSpan.to)))
    }
    const at = span?.from ?? (before && source.spanOf(before)?.to)
    const here: Place = {
      ...lineEndAt(place, at, writing),
      prefix: prefixOf(node, place),
      avoid,
      frame: index === 0 ? place.frame : 'paragraph',
    }
    const isVerbatim =
      oldNode !== undefined && isSame(writing, oldNode, node) && !(isList(node) && avoid.size > 0 && index > 0)
    last = isVerbatim ? source.slice(span!.from, span!.to) : writeBlock(oldNode, node, here, writing)
    out += last
  })
  return out
}

function isTrusted(left: BlockJson, right: BlockJson, writing: Writing): boolean {
  return writing.trustIn(left) === 'patch' && writing.trustIn(right) === 'patch'
}

/** New lines end as the lines around them do. */
function lineEndAt(place: Place, at: number | undefined, { base: { source } }: Writing): Place {
  return at === undefined ? place : { ...place, lineEnd: source.lineEnd(at) }
}

/** The bullet, or what stands behind the number, of the list that this is the source of. */
export function markerOf(source: string): string {
  const found = /^(?:([-*+])|\d{1,9}([.)]))/.exec(source)
  return found?.[1] ?? found?.[2] ?? ''
}
