import type { BlockJson, ListItemJson } from '../document/node.ts'
import { isList } from '../document/normal.ts'
import { leadOf } from './gap.ts'
import type { Habits } from './habits.ts'
import { markerOf } from './write-list.ts'
import type { Marker, Place, Writing } from './writing.ts'
import { columnsOf } from './writing.ts'

/** A list item, as a patch of the old one. `place.prefix` is what stands before its marker. */
export function writeItem(
  old: ListItemJson | undefined,
  item: ListItemJson,
  marker: Marker,
  place: Place,
  writing: Writing,
): string {
  const isTrusted = old !== undefined && writing.trustIn(item) === 'patch'
  return (
    (isTrusted ? patchItem(old, item, marker, place, writing) : undefined) ?? itemAnew(item, marker, place, writing)
  )
}

function itemAnew(item: ListItemJson, { text, gap }: Marker, place: Place, writing: Writing): string {
  const head = text + (gap === '' || columnsOf(gap) > 4 ? ' ' : gap)
  const blocks = filledBlocks(item)
  if (blocks.length === 0) return text
  const width = columnsOf(place.prefix + head) - columnsOf(place.prefix)
  const prefix = place.prefix.replace(/[^ \t>]/g, ' ') + ' '.repeat(width)
  const { nested, further } = columnsIn(width, text, writing.base.habits)
  const inner: Place = {
    ...place,
    prefix,
    listPrefix: prefix + ' '.repeat(nested - width),
    textPrefix: prefix + ' '.repeat(further - width),
    avoid: new Set([text.at(-1)!]),
    frame: frameOf(item),
  }
  return head + box(item) + writing.blocks([], blocks, inner)
}

function patchItem(
  old: ListItemJson,
  item: ListItemJson,
  marker: Marker,
  place: Place,
  writing: Writing,
): string | undefined {
  const { source } = writing.base
  const span = source.spanOf(old)
  const before = placedBlocks(old, writing)
  const first = before[0] && source.spanOf(before[0])
  const last = before.at(-1) && source.spanOf(before.at(-1)!)
  const own = markerOf(old, writing)
  if (!span || !own || !first || !last) return undefined
  const whole = source.slice(span.from, span.to)
  const gap = gapFor(own, marker, /[\r\n]/.test(whole))
  const blocks = filledBlocks(item)
  if (gap === undefined || blocks.length === 0) return undefined
  const head = marker.text + gap + source.slice(span.from + own.text.length + own.gap.length, first.from)
  const prefix = contentPrefix(old, before, writing)
  const inner: Place = {
    ...place,
    prefix: observed(before, false, prefix, writing),
    listPrefix: observed(before, true, nestedPrefix(prefix, place, writing), writing),
    textPrefix: textPrefix(before[0]!, prefix, place, marker, writing),
    avoid: new Set(),
    frame: frameOf(item),
  }
  return withBox(head, old, item) + writing.blocks(before, blocks, inner) + source.slice(last.to, span.to)
}

/** The blanks behind a marker that may have changed its width; undefined when the lines below would no longer fit. */
function gapFor(own: Marker, marker: Marker, hasMoreLines: boolean): string | undefined {
  const grown = marker.text.length - own.text.length
  if (grown === 0) return own.gap
  if (!hasMoreLines) return own.gap === '' ? ' ' : own.gap
  if (/\t/.test(own.gap) || own.gap.length - grown < 1 || own.gap.length - grown > 4) return undefined
  return ' '.repeat(own.gap.length - grown)
}

function frameOf(item: ListItemJson): 'item' | 'task' {
  return (item.attrs?.checked ?? null) === null ? 'item' : 'task'
}

/** What is in an item besides the empty paragraph that keeps it from being nothing. */
function filledBlocks(item: ListItemJson): readonly BlockJson[] {
  return item.content.filter((block) => block.type !== 'paragraph' || block.content !== undefined)
}

function placedBlocks(item: ListItemJson | undefined, { base: { source } }: Writing): readonly BlockJson[] {
  return (item?.content ?? []).filter((block) => source.spanOf(block) !== undefined)
}

function box(item: ListItemJson): string {
  const checked = item.attrs?.checked ?? null
  return checked === null ? '' : checked ? '[x] ' : '[ ] '
}

/** The head of an item with its check box ticked, unticked, added or taken away. */
function withBox(head: string, old: ListItemJson, item: ListItemJson): string {
  const checked = item.attrs?.checked ?? null
  if ((old.attrs?.checked ?? null) === checked) return head
  const hasBox = /\[[ \txX]\][ \t\r\n]*$/.test(head)
  if (!hasBox) return head + box(item)
  return checked === null
    ? head.replace(/\[[ \txX]\][ \t\r\n]*$/, '')
    : head.replace(/\[[ \txX]\](?=[ \t\r\n]*$)/, checked ? '[x]' : '[ ]')
}

/** The indent of an item's content, from the width of its marker. */
function contentPrefix(old: ListItemJson, before: readonly BlockJson[], writing: Writing): string {
  const { source } = writing.base
  const span = source.spanOf(old)!
  const own = markerOf(old, writing)!
  const lead = source.lead(span.from)
  const startColumn = columnsOf(lead)
  const contentColumn = columnsOf(lead + own.text + own.gap)
  const isWide = own.gap === '' || contentColumn - startColumn - own.text.length > 4 || before.length === 0
  const width = isWide ? own.text.length + 1 : contentColumn - startColumn
  return lead.replace(/[^ \t>]/g, ' ') + ' '.repeat(width)
}

function nestedPrefix(prefix: string, place: Place, { base: { habits } }: Writing): string {
  const width = columnsOf(prefix) - columnsOf(place.prefix)
  return prefix + ' '.repeat(columnsIn(width, '', habits).nested - width)
}

/** What stands before the further lines of the item's text: as the second one shows, or else as the habits say. */
function textPrefix(first: BlockJson, prefix: string, place: Place, marker: Marker, writing: Writing): string {
  const { source, habits } = writing.base
  const span = source.spanOf(first)!
  const end = first.type === 'paragraph' ? /\r\n?|\n/.exec(source.slice(span.from, span.to)) : null
  const lead = end === null ? '' : source.lead(source.skipPrefix(span.from + end.index + end[0].length))
  const isInSameQuotes = lead.split('>').length === prefix.split('>').length
  if (/^[ \t>]+$/.test(lead) && isInSameQuotes && columnsOf(lead) >= columnsOf(prefix)) return lead
  const width = columnsOf(prefix) - columnsOf(place.prefix)
  return prefix + ' '.repeat(columnsIn(width, marker.text, habits).further - width)
}

/**
 * Where in an item nested markers and further lines of its text stand, counted from its marker, whose text begins at `width`: as
 * deep as the habits say, as long as that is neither outside the item nor code.
 */
export function columnsIn(
  width: number,
  marker: string,
  { indent, hang }: Pick<Habits, 'indent' | 'hang'>,
): { readonly nested: number; readonly further: number } {
  const within = (column: number): number => (column > width && column < width + 4 ? column : width)
  return { nested: within(indent), further: /^\d/.test(marker) ? width : within(hang) }
}

/** The indent that the item's lists, or its other blocks, are seen to have on lines of their own. */
function observed(before: readonly BlockJson[], ofLists: boolean, otherwise: string, writing: Writing): string {
  const shown = before.slice(1).find((block) => isList(block) === ofLists && isOwnLine(block, writing))
  return shown === undefined ? otherwise : leadOf(shown, otherwise, writing)
}

function isOwnLine(block: BlockJson, { base: { source } }: Writing): boolean {
  const span = source.spanOf(block)
  return span !== undefined && /^[ \t>]*$/.test(source.lead(span.from))
}
