import type { ListItemJson, ListJson } from '../document/node.ts'
import { itemGapOf, leadOf } from './gap.ts'
import { numberingOf } from './numbering.ts'
import { pairUp } from './pair-up.ts'
import type { Marker, Place, Writing } from './writing.ts'
import { isSame } from './writing.ts'

/** A list: items that did not change keep their source, new ones take marker, indent and numbering of their neighbours. */
export function writeList(old: ListJson | undefined, node: ListJson, place: Place, writing: Writing): string {
  const { source } = writing.base
  const before = (old?.content ?? []).filter((item) => source.spanOf(item) !== undefined)
  const now = node.content
  const pairs = pairUp(before, now, writing.keys)
  const isSpread = node.attrs?.spread ?? false
  const inner: Place = { ...place, prefix: itemPrefix(before, place, writing), isTight: !isSpread, avoid: new Set() }
  const markers = markersOf(old, before, node, pairs, place, writing)
  let out = ''
  now.forEach((item, index) => {
    const oldItem = before[pairs[index]!]
    const oldLeft = before[pairs[index - 1] ?? -1]
    const span = oldItem && source.spanOf(oldItem)
    const at = span?.from ?? (oldLeft && source.spanOf(oldLeft)?.to)
    const here = at === undefined ? inner : { ...inner, lineEnd: source.lineEnd(at) }
    const isKept = index > 0 && pairs[index]! > 0 && pairs[index - 1] === pairs[index]! - 1
    if (isKept) out += source.slice(source.spanOf(oldLeft!)!.to, span!.from)
    else if (index > 0)
      out += itemGapOf(
        { left: now[index - 1]!, right: item, oldLeft, oldRight: oldItem },
        before,
        isSpread,
        here,
        writing,
      )
    const lead =
      oldItem === undefined ? newLead(before, pairs, index, here, writing) : leadOf(oldItem, here.prefix, writing)
    const marker = markers[index]!
    const isVerbatim =
      oldItem !== undefined && isSame(writing, oldItem, item) && markerOf(oldItem, writing)?.text === marker.text
    out += isVerbatim
      ? source.slice(span!.from, span!.to)
      : writing.item(oldItem, item, marker, { ...here, prefix: lead })
  })
  return out
}

/** What the lines of this list's items begin with, seen from the second item, or the first when it has a line of its own. */
function itemPrefix(before: readonly ListItemJson[], place: Place, writing: Writing): string {
  const shown = before[1] ?? before[0]
  return shown === undefined ? place.prefix : leadOf(shown, place.prefix, writing)
}

/** A new item is indented as the old one before it, or else behind it. */
function newLead(
  before: readonly ListItemJson[],
  pairs: readonly number[],
  index: number,
  place: Place,
  writing: Writing,
): string {
  const left = before[pairs[index - 1] ?? -1]
  return left === undefined ? place.prefix : leadOf(left, place.prefix, writing)
}

export function markerOf(item: ListItemJson, { base: { source } }: Writing): Marker | undefined {
  const span = source.spanOf(item)
  const found = span && /^([-*+]|\d{1,9}[.)])([ \t]*)/.exec(source.slice(span.from, Math.min(span.to, span.from + 80)))
  return found ? { text: found[1]!, gap: found[2]! } : undefined
}

/** The marker of every item of the new list. */
function markersOf(
  old: ListJson | undefined,
  before: readonly ListItemJson[],
  node: ListJson,
  pairs: readonly number[],
  place: Place,
  writing: Writing,
): Marker[] {
  const { habits } = writing.base
  const olds = before.map((item) => markerOf(item, writing) ?? { text: '-', gap: ' ' })
  const isSameKind = old?.type === node.type
  const shown = isSameKind ? olds[0] : undefined
  const kind = chooseKind(node, shown && shown.text.at(-1), place, habits.bullet, habits.delimiter)
  const numbers =
    node.type === 'orderedList'
      ? numberingOf(node, isSameKind ? olds.map(({ text }) => text) : [], pairs, habits.isAllOnes)
      : []
  return node.content.map((_, index) => {
    const own = olds[pairs[index]!]
    const near = own ?? olds[pairs[index - 1] ?? -1] ?? olds[0]
    const gap = near === undefined || near.gap === '' || near.gap.length > 4 ? (own?.gap ?? ' ') : near.gap
    const text = node.type === 'orderedList' ? `${numbers[index]!}${kind}` : kind
    return { text, gap }
  })
}

/** The list's own marker, or, when a neighbour has the same, one that keeps the two apart. */
function chooseKind(node: ListJson, own: string | undefined, place: Place, bullet: string, delimiter: string): string {
  const choices = node.type === 'orderedList' ? [delimiter, '.', ')'] : [bullet, '-', '*', '+']
  const wanted = own === undefined ? choices : [own, ...choices]
  return wanted.find((choice) => !place.avoid.has(choice)) ?? wanted[0]!
}
