import { isList } from '../../document/normal.ts'
import { samePath } from '../path.ts'
import type { Roster } from '../people/roster.ts'
import { type Block, isLinked, isMarked, keyOf, type Line, type View } from '../reading/index.ts'
import { listedLines, type Voices } from '../speaker/voices.ts'
import { Outline } from './outline.ts'
import { type Part, Parts } from './section.ts'
import { topicTable } from './table.ts'
import { agendaTitle, type AgendaTitle, isLabel, isOfAnotherMeeting, isOtherTitle } from './title.ts'
import { hasTimebox } from './topic.ts'

/** Where an agenda stands: what announces it, and the parts it has. */
export interface Place {
  readonly title: AgendaTitle
  /** The heading or label that announces it, or the list or table that a person has called one. */
  readonly index: number
  readonly isSaid: boolean
  readonly parts: readonly Part[]
}

/** So many timeboxes make a document an agenda that calls itself one. */
const TIMED = 3

/** `9:30 Opening`. */
const CLOCK = /^\s*\d{1,2}[:.]\d{2}\b/

/** Every place in which minutes have an agenda, in their order; where there is none yet, the one that waits for it. */
export function agendaPlaces(view: View, roster: Roster, voices: Voices): readonly Place[] {
  const outline = new Outline(view.blocks)
  const parts = new Parts(outline, listedLines(roster), voices)
  const places: Place[] = []
  const waiting: Place[] = []
  let seen = -1
  view.blocks.forEach((block, index) => {
    const place = index > seen ? placeAt(block, index, outline, parts) : null
    if (place === null) return
    const last = place.parts.at(-1)
    ;(last === undefined ? waiting : places).push(place)
    seen = last === undefined ? index : outline.endOf((last.kind === 'paragraph' ? last.list : null) ?? last.index)
  })
  if (places.length > 0) return places
  const timed = timedDocument(outline, parts) ?? timedList(outline)
  return timed === null ? waiting.filter(({ title }) => title === 'agenda').slice(0, 1) : [timed]
}

function placeAt(block: Block, index: number, outline: Outline, parts: Parts): Place | null {
  const isSaid = block.role === 'agenda'
  if (block.role !== null && !isSaid) return null
  const at = { index, isSaid }
  if (block.node.type === 'heading') {
    const title = isSaid ? 'agenda' : titleIn(block, block.lines[0]!, outline)
    return title && { title, ...at, parts: parts.inSection(index, title) }
  }
  if (block.node.type === 'paragraph') {
    const title = isSaid ? 'agenda' : labelIn(block, outline)
    if (title !== null) return { title, ...at, parts: parts.belowLabel(index, title) }
    if (!isHeaded(block, outline)) return null
    const areAsides = block.lines.slice(1).every((line) => isMarked(line, 'italic') && !isOtherTitle(line.text))
    const below = areAsides ? parts.belowLabel(index, 'agenda') : parts.belowFirstLine(index)
    return below.length === 0 ? null : { title: 'agenda', ...at, parts: below }
  }
  if (block.node.type === 'table') {
    const isAgenda = isSaid || topicTable(block)?.isTimed === true
    return isAgenda ? { title: 'agenda', ...at, parts: [{ kind: 'table', index }] } : null
  }
  return isSaid ? { title: 'agenda', ...at, parts: [{ kind: 'list', index }] } : null
}

function titleIn({ heads }: Block, line: Line, { blocks, title: first }: Outline): AgendaTitle | null {
  const title = agendaTitle(withoutLinks(line))
  if (title === null) return null
  // The heading over everything is the name of the document, which says nothing of another meeting.
  const over = heads.filter(({ path }) => first < 0 || !samePath(path, blocks[first]!.path))
  return isOfAnotherMeeting(over) ? null : title
}

/** `Agenda: [issues](…)` says beside its name where the topics come from. */
function withoutLinks({ text, pieces, node }: Line): string {
  const links = pieces.filter(isLinked)
  const first = links[0]?.from ?? 0
  const isBeside =
    node.type === 'heading' && links.at(-1)?.to === text.trimEnd().length && /[:：]\s*$/.test(text.slice(0, first))
  return isBeside ? text.slice(0, first) : text
}

/** `Agenda:`, `**Agenda**`, alone on the line right above the list; in an item the list is the nested one. */
function labelIn(block: Block, outline: Outline): AgendaTitle | null {
  const line = block.lines.at(-1)!
  const title = titleIn(block, line, outline)
  if (title === null || line.pieces.some(isLinked)) return null
  if (isLabel(line)) return line.isItemStart && title === 'topics' && !isAmongFacts(block, outline) ? null : title
  if (block.lines.length > 1 || title !== 'agenda') return null
  // Notes have an item on the agenda, too.
  return line.isItemStart && outline.blocks.some(isAgendaHeading) ? null : title
}

/** `Agenda:`, and what it announces in the next lines of the same paragraph. */
function isHeaded(block: Block, outline: Outline): boolean {
  const [first] = block.lines
  return block.item === null && first !== undefined && isLabel(first) && titleIn(block, first, outline) === 'agenda'
}

/** `- Topics:` beside `- Note taker:` and `- Attendees:` is what a log says of each meeting, and not what was talked about. */
function isAmongFacts({ path }: Block, outline: Outline): boolean {
  const list = outline.blocks.findIndex((block) => samePath(block.path, path.slice(0, -2)))
  const labels = outline.firstLines(list).map(({ text }) => /^[^:：]*/.exec(text)![0])
  return labels.filter(isOtherTitle).length >= FACTS
}

const FACTS = 2

function isAgendaHeading({ node, lines: [line] }: Block): boolean {
  return node.type === 'heading' && line !== undefined && agendaTitle(line.text) === 'agenda'
}

/** The list right below the title, where nothing announces it but the timeboxes of most of its items. */
function timedList(outline: Outline): Place | null {
  const { blocks, title } = outline
  const index = title < 0 ? -1 : [...outline.behind(title)].find((at) => blocks[at]!.node.type !== 'paragraph')
  if (index === undefined || index < 0 || !isList(blocks[index]!.node)) return null
  const lines = outline.firstLines(index)
  const timed = lines.filter(({ text }) => hasTimebox(text)).length
  if (timed < TIMED || timed * 2 <= lines.length) return null
  return { title: 'agenda', index: title, isSaid: false, parts: [{ kind: 'list', index }] }
}

/** A document that calls itself an agenda in its title, and whose items have timeboxes or begin with the time of day. */
function timedDocument(outline: Outline, sections: Parts): Place | null {
  const title = outline.blocks[outline.title]
  if (title === undefined || !/\bagenda\b/.test(keyOf(title.lines[0]!.text))) return null
  const parts = sections.inSection(outline.title, 'agenda', 0)
  const timeboxes = parts.map(({ kind, index }) =>
    kind === 'list' ? outline.firstLines(index).filter(({ text }) => hasTimebox(text) || CLOCK.test(text)).length : 0,
  )
  if (timeboxes.reduce((sum, count) => sum + count, 0) < TIMED) return null
  // What stands before the first timed list, apart from its headings, is about the meeting.
  let begin = timeboxes.findIndex((count) => count > 0)
  while (parts[begin - 1]?.kind === 'heading') begin--
  return { title: 'agenda', index: outline.title, isSaid: false, parts: parts.slice(begin) }
}
