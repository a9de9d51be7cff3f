import type { BlockJson, ListItemJson, NodeJson } from '../document/node.ts'
import { isList } from '../document/normal.ts'
import type { Place, Writing } from './writing.ts'
import { blankLines } from './writing.ts'

/** Two neighbours that are written now. `oldLeft` and `oldRight` are the nodes they are patches of. */
export interface Neighbours<Node> {
  readonly left: Node
  readonly right: Node
  readonly oldLeft: Node | undefined
  readonly oldRight: Node | undefined
}

/**
 * What stands between two blocks that were not neighbours before: as many line ends as stood at this place, no fewer than the
 * two need to stay apart, and the indent that the right one had.
 */
export function gapOf(
  between: Neighbours<BlockJson>,
  old: readonly BlockJson[],
  place: Place,
  writing: Writing,
): string {
  const { left, right, oldLeft, oldRight } = between
  const least = mayTouch(between, writing, place) ? 1 : 2
  const before = oldRight === undefined ? undefined : linesBefore(oldRight, old, writing)
  const behind = oldLeft === undefined ? undefined : linesBehind(oldLeft, old, writing)
  const usual = usualLines(left, right, place, writing)
  const shown = before ?? (behind === undefined ? usual : Math.min(behind, 2))
  const count = Math.max(
    least,
    oldLeft !== undefined && oldRight !== undefined ? Math.max(shown, Math.min(behind ?? 0, 2)) : shown,
  )
  const lead = oldRight === undefined ? prefixOf(right, place) : leadOf(oldRight, prefixOf(right, place), writing)
  return trailOf(oldLeft, writing) + blankLines(count, place, lead)
}

/** The same for two items of a list. */
export function itemGapOf(
  between: Neighbours<ListItemJson>,
  old: readonly ListItemJson[],
  isSpread: boolean,
  place: Place,
  writing: Writing,
): string {
  const { oldLeft, oldRight } = between
  const shown = [
    oldLeft && linesBehind(oldLeft, old, writing),
    oldRight && linesBefore(oldRight, old, writing),
    oldLeft && linesBefore(oldLeft, old, writing),
    old[0] && linesBehind(old[0], old, writing),
  ].find((count) => count !== undefined)
  const lead = oldRight === undefined ? place.prefix : leadOf(oldRight, place.prefix, writing)
  return trailOf(oldLeft, writing) + blankLines(shown ?? (isSpread ? 2 : 1), place, lead)
}

export function prefixOf(node: NodeJson, place: Place): string {
  return isList(node) ? place.listPrefix : place.prefix
}

/** What stood before a node on its line, if that is nothing but indent and quote markers. */
export function leadOf(node: object, otherwise: string, { base: { source } }: Writing): string {
  const span = source.spanOf(node)
  if (span === undefined) return otherwise
  const lead = source.lead(span.from)
  return /^[ \t>]*$/.test(lead) && source.lineStart(span.from) > 0 ? lead : otherwise
}

/** The blanks behind an old node on its last line. */
function trailOf(node: object | undefined, { base: { source } }: Writing): string {
  const span = node === undefined ? undefined : source.spanOf(node)
  return span === undefined ? '' : (/^[ \t]*(?=[\r\n]|$)/.exec(source.slice(span.to, span.to + 100))?.[0] ?? '')
}

function linesBefore<Node extends object>(node: Node, old: readonly Node[], writing: Writing): number | undefined {
  return linesBetween(old[old.indexOf(node) - 1], node, writing)
}

function linesBehind<Node extends object>(node: Node, old: readonly Node[], writing: Writing): number | undefined {
  return linesBetween(node, old[old.indexOf(node) + 1], writing)
}

function linesBetween(
  left: object | undefined,
  right: object | undefined,
  { base: { source } }: Writing,
): number | undefined {
  const from = left === undefined ? undefined : source.spanOf(left)?.to
  const to = right === undefined ? undefined : source.spanOf(right)?.from
  if (from === undefined || to === undefined) return undefined
  return source.slice(from, to).match(/\r\n?|\n/g)?.length
}

function usualLines(left: BlockJson, right: BlockJson, place: Place, { base: { habits } }: Writing): number {
  if (isDefinition(left) && isDefinition(right)) return 1
  if (left.type === 'heading' && !habits.isHeadingApart) return 1
  return place.isTight ? 1 : 2
}

function isDefinition(block: BlockJson): boolean {
  return block.type === 'rawBlock' && block.attrs.kind === 'definition'
}

/** Whether the right block can follow on the next line and both stay what they are. */
function mayTouch({ left, right, oldRight }: Neighbours<BlockJson>, writing: Writing, place: Place): boolean {
  if (writing.trustIn(left) !== 'patch' || writing.trustIn(right) !== 'patch')
    return place.isTight && mayTouchAnew(left, right)
  if (right.type === 'codeBlock' || right.type === 'heading') {
    const span = oldRight === undefined ? undefined : writing.base.source.spanOf(oldRight)
    // Indented code and underlined headings would be taken for more of a paragraph.
    if (span !== undefined && !/[#`~]/.test(writing.base.source.text[span.from] ?? '')) return false
  }
  return mayTouchAnew(left, right)
}

function mayTouchAnew(left: BlockJson, right: BlockJson): boolean {
  if (right.type === 'rawBlock') return isDefinition(right) && (isDefinition(left) || left.type === 'heading')
  switch (left.type) {
    case 'heading':
    case 'horizontalRule':
      return true
    case 'codeBlock':
      return true
    case 'rawBlock':
      return left.attrs.kind === 'yaml' || left.attrs.kind === 'fence'
    case 'paragraph':
    case 'table':
      return interruptsText(right)
    case 'bulletList':
    case 'orderedList':
      return right.type !== 'paragraph' && right.type !== 'table' && (interruptsText(right) || isList(right))
    case 'blockquote':
      return right.type !== 'blockquote' && right.type !== 'table' && interruptsText(right)
  }
}

/** Whether a block may follow on a line of text. What it begins with must be able to, too. */
function interruptsText(block: BlockJson): boolean {
  switch (block.type) {
    case 'heading':
    case 'codeBlock':
      return true
    case 'blockquote':
      return beginsText(block.content[0])
    case 'bulletList':
      return beginsText(block.content[0]?.content[0])
    case 'orderedList':
      return (block.attrs?.start ?? 1) === 1 && beginsText(block.content[0]?.content[0])
    case 'paragraph':
    case 'table':
    case 'horizontalRule':
    case 'rawBlock':
      return false
  }
}

function beginsText(block: BlockJson | undefined): boolean {
  if (block === undefined) return false
  return block.type === 'paragraph' ? block.content !== undefined : interruptsText(block)
}
