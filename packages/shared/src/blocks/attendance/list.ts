import type { ListItemJson, ListJson } from '../../document/node.ts'
import { isWithin, nodeAt } from '../path.ts'
import { type Passage, readable } from '../people/passage.ts'
import { readEntries } from '../people/people.ts'
import { bareLines, type Block, type Head, type View } from '../reading/index.ts'
import { headsOver } from './above.ts'
import type { Attendance, Presence } from './attendance.ts'
import { firmsOf } from './firm-items.ts'
import { attendanceOf, carrierOf, isConvincing, type Nearby } from './found.ts'
import { announces, type HeadSense, isParty, senseOf, senseOfHeads } from './heads.ts'

/** A list of people: it stands under a head that says so, or a person has said so. */
export function readList(view: View, block: Block, list: ListJson, isNearby: Nearby): Attendance | null {
  const firm = firmOver(view, block)
  const sense =
    block.role === 'attendance' ? SAID : (firm?.sense ?? senseOver(view, block) ?? tickedOver(view, block, list))
  if (sense === null || (block.role === null && isBehindOutcome(view, block))) return null
  const entries = entriesOf(block, list)
  const read = readEntries(
    entries.map(({ passage }) => passage),
    entries.map(({ presence }) => presence ?? sense.state),
  )
  const people =
    firm === null ? read : { ...read, attendees: read.attendees.map((each) => ({ affiliation: firm.name, ...each })) }
  const isWaiting = people.attendees.length + people.others === 0 && sense.strength === 'sure' && entries.length > 0
  if (!isWaiting && !isConvincing(people, sense.strength, isNearby(block.path))) return null
  return attendanceOf(carrierOf(block), 'list', sense.state, people, null)
}

/** `Attendees`, and in an item above this list the firm of those who are in it. */
function firmOver(
  view: View,
  { item, heads, path }: Block,
): { readonly name: string; readonly sense: HeadSense } | null {
  const outer = item === null ? undefined : nodeAt(view.document, item.list)
  if (item === null || (outer?.type !== 'bulletList' && outer?.type !== 'orderedList')) return null
  const name = firmsOf(outer).get(item.index)
  const around = name === undefined ? [] : heads.filter((head) => !isWithin(head.path, item.path))
  const sense = name === undefined ? null : senseOfHeads(headsOver(view, { heads: around, path: item.list }))
  // The item's own list, and none further in.
  const isOwn = path.length === item.path.length + 1
  return name === undefined || !isOwn || sense?.strength !== 'sure' ? null : { name, sense }
}

/** What people say of the outcome of a poll, as `- Ann: Because.`, is no list of who is there, whatever heading is above. */
function isBehindOutcome({ document }: View, { path }: Block): boolean {
  const [parent, at] = [path.slice(0, -1), path.at(-1)!]
  // A long sentence of the chair's stands between.
  return [at - 1, at - 2].some((index) => {
    const node = index < 0 ? undefined : nodeAt(document, [...parent, index])
    return node?.type === 'paragraph' && /^outcome:/i.test(bareLines(node)[0]?.text ?? '')
  })
}

const SAID: HeadSense = { state: 'present', strength: 'sure' }

/** `Widget Foundation members` over names with check boxes: some are ticked, so these were there. */
function tickedOver(view: View, block: Block, list: ListJson): HeadSense | null {
  const inner = headsOver(view, block).at(-1)
  const isTicked =
    list.content.some(areChecked) && list.content.every(({ attrs }) => typeof attrs?.checked === 'boolean')
  return isTicked && inner !== undefined && isParty(inner) ? { state: 'present', strength: 'near' } : null
}

/** What stands over a list or table says of it. A label says it only of what follows at once. */
export function senseOver(view: View, block: Block): HeadSense | null {
  const heads = headsOver(view, block)
  const inner = heads.at(-1)
  if (inner === undefined) return null
  const sense = senseOfHeads(heads)
  // `1. Roll call` in an agenda promises less than `- **Attendees:**`.
  if (sense?.strength === 'sure' && inner.kind === 'item' && !isLabelled(view, inner)) {
    return senseOfHeads(heads.slice(0, -1))?.strength === 'sure' ? sense : { ...sense, strength: 'loose' }
  }
  return sense
}

const LABEL = /[:：]$/

function isLabelled(view: View, head: Head): boolean {
  const node = nodeAt(view.document, head.path)
  const content = node?.type === 'paragraph' ? (node.content ?? []) : []
  const isBold = content.every((each) => each.type === 'text' && each.marks?.some(({ type }) => type === 'bold'))
  return LABEL.test(head.text) || isBold
}

interface ListEntry {
  readonly passage: Passage
  /** What its check box says, in a list where some are ticked. */
  readonly presence: Presence | null
}

/** The first line of every item; items that are a list with a label of its own are read as such. */
function entriesOf({ path }: Block, list: ListJson): readonly ListEntry[] {
  const hasTicks = list.content.some(areChecked)
  const firms = firmsOf(list)
  return list.content.flatMap((item, index): ListEntry[] => {
    if (firms.has(index)) return []
    const passage = passageIn(item, [...path, index])
    if (passage === null || isHead(passage)) return []
    const isOpen = hasTicks && item.attrs?.checked === false
    return [isStruck(passage) ? absent(passage) : { passage, presence: isOpen ? 'absent' : null }]
  })
}

function areChecked({ attrs }: ListItemJson): boolean {
  return attrs?.checked === true
}

/** In a list of all who might be there, those who are not are struck through. */
function isStruck({ text, pieces }: Passage): boolean {
  const struck = pieces.filter(({ marks }) => marks.some(({ type }) => type === 'strike'))
  return struck.length > 0 && struck.reduce((rest, { from, to }) => rest - (to - from), text.trim().length) <= 0
}

function absent(passage: Passage): ListEntry {
  const pieces = passage.pieces.map(({ marks, ...piece }) => ({
    ...piece,
    marks: marks.filter(({ type }) => type !== 'strike'),
  }))
  return { passage: { ...passage, pieces }, presence: 'absent' }
}

function passageIn(item: ListItemJson, path: readonly number[]): Passage | null {
  const [node] = item.content
  if ((node?.type !== 'paragraph' && node?.type !== 'heading') || node.attrs?.role === 'plain') return null
  const lines = bareLines(node)
  const first = lines[0]!
  return { path: [...path, 0], from: first.from, text: first.text, pieces: first.pieces }
}

/** An item that announces people itself, in its line or in the list nested in it, is read on its own. */
function isHead(passage: Passage): boolean {
  const text = readable(passage)
  const colon = text.search(/[:：]/)
  if (colon >= 0) return announces(text.slice(0, colon), true) !== null
  return senseOf(text) !== null
}
