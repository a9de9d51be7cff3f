import type {
  BlockJson,
  DocJson,
  InlineJson,
  ListItemJson,
  ListJson,
  NodeJson,
  TableRowJson,
} from '../../document/node.ts'
import { isList } from '../../document/normal.ts'
import type { Change } from '../change/change.ts'
import { wordsAt } from '../change/words.ts'
import { childrenOf, nextPath, nodeAt, type Path, type Span } from '../path.ts'
import type { Roster } from '../people/roster.ts'
import type { Agenda, AgendaItem } from './agenda.ts'
import { itemText, type NewItem, spellNames } from './change.ts'
import { LEVELS } from './items.ts'
import { nextMark } from './lettered.ts'
import { type AgendaSpelling, flat, forNames, spellingOf, spellLength } from './spelling.ts'
import { cellPath } from './table.ts'

/** Where a new item goes: behind another one of its level, as the last one in it, or, with null, as the last of the agenda. */
export type NewPlace = { readonly behind: AgendaItem } | { readonly in: AgendaItem } | null

/** Adds an item with the habits of its neighbours: numbers, check boxes, headings, rows, spelling. */
export function addAgendaItem(
  document: DocJson,
  agenda: Agenda,
  item: NewItem,
  place: NewPlace,
  roster: Roster,
): readonly Change[] {
  const adding = new Adding(document, agenda, item, roster)
  if (place !== null && 'in' in place) return [adding.within(place.in)]
  const neighbour = place === null ? agenda.items.at(-1) : place.behind
  return [neighbour === undefined ? adding.first() : adding.behind(neighbour)]
}

class Adding {
  readonly #document: DocJson
  readonly #agenda: Agenda
  readonly #item: NewItem
  readonly #spelling: AgendaSpelling

  constructor(document: DocJson, agenda: Agenda, item: NewItem, roster: Roster) {
    this.#document = document
    this.#agenda = agenda
    this.#item = item
    this.#spelling = forNames(item.presenters ?? [], spellingOf(document, agenda), roster)
  }

  behind({ at }: AgendaItem): Change {
    const { path } = at
    const node = this.#node(path)
    if (this.#agenda.form === 'lines') return this.#lineBehind(at)
    if (node?.type === 'tableCell') return insert(nextPath(path.slice(0, -1)), this.#row(path))
    if (node?.type === 'heading') {
      return insert(this.#sectionEnd(path, node.attrs.level), { ...node, content: this.#words() })
    }
    const around = this.#node(path.slice(0, -1))
    if (around?.type !== 'listItem') return insert(this.#behindParagraph(path), this.#paragraph())
    const lettered = this.#letteredBehind(at)
    if (lettered !== null) return lettered
    const own = path.slice(0, -1)
    return insert(nextPath(own), this.#entry(this.#node(own)))
  }

  within(parent: AgendaItem): Change {
    const last = parent.items.at(-1)
    const { path } = parent.at
    const node = this.#node(path)
    if (last !== undefined) return this.behind(last)
    if (this.#agenda.form === 'lines') return this.behind(parent)
    // A row holds no rows, and what is nested too deep is notes: the new one stands below it.
    if (node?.type === 'tableCell' || parent.at.from > 0 || !this.#canHold(parent)) return this.behind(parent)
    if (node?.type === 'heading') return insert(this.#sectionEnd(path, 6), this.#list(false))
    if (this.#agenda.form === 'paragraphs' && path.length === this.#agenda.items[0]!.at.path.length)
      return insert(nextPath(path), this.#list(false))
    const own = path.slice(0, -1)
    const nested = childrenOf(this.#node(own)!)
    const list = nested.findIndex(isList)
    return list < 0
      ? insert([...own, nested.length], this.#list(this.#isNestedOrdered(own)))
      : insert([...own, list, childrenOf(nested[list]!).length], this.#entry())
  }

  /** A line of its own, parted from the one before as the others are. */
  #lineBehind(at: Span): Change {
    const isHard = childrenOf(this.#node(at.path)!).some(({ type }) => type === 'hardBreak')
    const words = itemText(this.#item, this.#spelling)
    const content: InlineJson[] = isHard
      ? [{ type: 'hardBreak' }, { type: 'text', text: words }]
      : [{ type: 'text', text: `\n${words}` }]
    return { type: 'text', at: { ...at, from: at.to }, content }
  }

  #paragraph(): BlockJson {
    return { type: 'paragraph', content: this.#words() }
  }

  /** Behind a paragraph that is a topic, and the list of what is nested in it. */
  #behindParagraph(path: Path): Path {
    const next = nextPath(path)
    const node = this.#node(next)
    return node !== undefined && isList(node) ? nextPath(next) : next
  }

  /** `b. Oars` as the row behind `a. Boats`. */
  #letteredBehind(at: Span): Change | null {
    const before = wordsAt(this.#document, { ...at, from: 0, to: at.from })
    if (!before.includes('\n')) return null
    const mark = nextMark(before.slice(before.lastIndexOf('\n') + 1))
    const content: InlineJson[] = [{ type: 'text', text: `\n${mark}` }, ...this.#words()]
    return { type: 'text', at: { ...at, from: at.to }, content }
  }

  /** Into an agenda that is still empty: the item that waits for it, or a list below what announces it. */
  first(): Change {
    const { path } = this.#agenda.carrier
    const node = this.#node(path)
    if (node?.type === 'bulletList' || node?.type === 'orderedList') {
      const waiting = node.content.findIndex((entry) => isEmpty(entry))
      if (waiting < 0) return insert([...path, node.content.length], this.#entry(node.content.at(-1)))
      return { type: 'text', at: { path: [...path, waiting, 0], from: 0, to: 0 }, content: this.#words() }
    }
    if (node?.type === 'table') return insert([...path, node.content.length], this.#row([...path, 0, 0]))
    return insert(node?.type === 'heading' ? this.#sectionEnd(path, 6) : nextPath(path), this.#list(false))
  }

  #words(): InlineJson[] {
    return [{ type: 'text', text: itemText(this.#item, this.#spelling) }]
  }

  #entry(like?: NodeJson): ListItemJson {
    const hasBox = like?.type === 'listItem' && (like.attrs?.checked ?? null) !== null
    const content: BlockJson[] = [{ type: 'paragraph', content: this.#words() }]
    return hasBox ? { type: 'listItem', attrs: { checked: false }, content } : { type: 'listItem', content }
  }

  #list(isOrdered: boolean): ListJson {
    return { type: isOrdered ? 'orderedList' : 'bulletList', content: [this.#entry()] }
  }

  /** A cell for each column, filled where the table has one for it. */
  #row(topic: Path): TableRowJson {
    const { text, minutes, presenters = [] } = this.#item
    const spelling = this.#spelling
    const columns = {
      time: cellPath(this.#document, topic, 'time'),
      presenter: cellPath(this.#document, topic, 'presenter'),
    }
    const rest = {
      text,
      ...(columns.time === null && minutes !== undefined ? { minutes } : {}),
      ...(columns.presenter === null ? { presenters } : {}),
    }
    const filled = new Map([
      [topic.at(-1), itemText(rest, spelling)],
      [columns.time?.at(-1), minutes === undefined ? '' : spellLength(minutes, spelling.length)],
      [columns.presenter?.at(-1), spellNames(presenters, spelling.isHandle)],
    ])
    const cells = childrenOf(this.#node(topic.slice(0, -1))!)
    return {
      type: 'tableRow',
      content: cells.map((_, column) => {
        const words = filled.get(column) ?? ''
        return words === '' ? { type: 'tableCell' } : { type: 'tableCell', content: [{ type: 'text', text: words }] }
      }),
    }
  }

  /** Whether what is nested in an item is still of the agenda. */
  #canHold(item: AgendaItem): boolean {
    const { form, items } = this.#agenda
    const depth = depthOf(item, items)
    return depth + 1 < LEVELS && (form !== 'section' || depth === 0 || this.#node(item.at.path)?.type === 'heading')
  }

  /** Whether lists nested in this agenda have numbers; where there are none, whether the list around has. */
  #isNestedOrdered(own: Path): boolean {
    const nested = flat(this.#agenda.items).find(({ at }) => at.path.length > own.length + 1)
    const list = nested === undefined ? own.slice(0, -1) : nested.at.path.slice(0, -2)
    return this.#node(list)?.type === 'orderedList'
  }

  /** Behind everything up to the next heading of a level, or the next rule. */
  #sectionEnd(path: Path, level: number): Path {
    const parent = path.slice(0, -1)
    const siblings = childrenOf(this.#node(parent)!)
    const begin = path.at(-1)! + 1
    const end = siblings.findIndex(
      (node, index) =>
        index >= begin && (node.type === 'horizontalRule' || (node.type === 'heading' && node.attrs.level <= level)),
    )
    return [...parent, end < 0 ? siblings.length : end]
  }

  #node(path: Path): NodeJson | undefined {
    return nodeAt(this.#document, path)
  }
}

function depthOf(item: AgendaItem, items: readonly AgendaItem[]): number {
  const at = items.findIndex((other) => other === item || flat(other.items).includes(item))
  return items[at] === undefined || items[at] === item ? 0 : 1 + depthOf(item, items[at].items)
}

function insert(path: Path, node: BlockJson | ListItemJson | TableRowJson): Change {
  return { type: 'insert', path, nodes: [node] }
}

function isEmpty({ content }: ListItemJson): boolean {
  const [first] = content
  return content.length === 1 && first?.type === 'paragraph' && (first.content ?? []).length === 0
}
