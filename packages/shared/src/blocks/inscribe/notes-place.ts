import type { BlockJson, DocJson, NodeJson } from '../../document/node.ts'
import type { AgendaItemRef } from '../../ledger/index.ts'
import { isOtherTitle } from '../agenda/title.ts'
import { written } from '../change/words.ts'
import { childrenOf, nextPath, nodeAt, type Path, type Place } from '../path.ts'
import { bareLines } from '../reading/index.ts'
import { type Understanding, understand } from '../understand.ts'
import { endOfMinutes } from './end-of-minutes.ts'
import { newItem, newList, newNotes, newSection, type NotesPlace } from './new-topic.ts'
import { type Topic, Topics } from './topic.ts'

/** How a group writes the notes of a topic. A house style fills it. */
export interface NotesForm {
  /** The level of the headings that the topics have; 0: a topic is an item with the notes nested in it. */
  readonly topicLevel: number
  /** What is said are items, not paragraphs. */
  readonly areItems: boolean
  /** The heading over all the notes, where the minutes lack it. */
  readonly head: { readonly level: number; readonly text: string } | null
}

export const PLAIN_NOTES: NotesForm = { topicLevel: 3, areItems: true, head: null }

/**
 * Where the notes of an agenda item go on: behind what is written below its heading or in its bullet. Where it has neither, these
 * are made as the other topics have them, else in house style, in the order of the agenda.
 */
export function notesPlaceOf(document: DocJson, item: AgendaItemRef, form: NotesForm = PLAIN_NOTES): NotesPlace {
  const topics = new Topics(document, understand(document))
  const topic = topics.topicOf(item)
  if (topic !== null) return behindNotes(document, topic, form.areItems)
  return inPlaceOfBlank(document, newTopic(document, topics, item, form))
}

/** Behind the notes of an item, as the path at which blocks go in; the end of the minutes where it has no notes. */
export function endOfItem(document: DocJson, found: Understanding, item: AgendaItemRef | null): Path {
  const topic = item === null ? null : new Topics(document, found).topicOf(item)
  if (topic === null) return [endOfMinutes(document)]
  return topic.form === 'section'
    ? [...topic.path.slice(0, -1), topic.end]
    : [...topic.path, childrenOf(nodeAt(document, topic.path)!).length]
}

function behindNotes(document: DocJson, topic: Topic, areItems: boolean): NotesPlace {
  const parent = topic.form === 'section' ? topic.path.slice(0, -1) : topic.path
  const siblings = childrenOf(nodeAt(document, parent) ?? document)
  const begin = topic.form === 'section' ? topic.path.at(-1)! + 1 : 1
  const end = topic.form === 'section' ? topic.end : siblings.length
  const last = end > begin ? lastPlace(siblings[end - 1]!, [...parent, end - 1]) : null
  if (last !== null) return { changes: [], at: last }
  return newNotes([...parent, end], end === begin && (topic.form === 'item' || areItems))
}

/** The end of the last line in a block; null where nobody writes on behind it, as behind a table. */
function lastPlace(node: NodeJson, path: Path): Place | null {
  if (node.type === 'paragraph') {
    const last = bareLines(node).at(-1)!
    return { path, from: last.from + last.text.length }
  }
  if (node.type !== 'bulletList' && node.type !== 'orderedList' && node.type !== 'listItem') return null
  const children = childrenOf(node)
  return children.length === 0 ? null : lastPlace(children.at(-1)!, [...path, children.length - 1])
}

function newTopic(document: DocJson, topics: Topics, item: AgendaItemRef, form: NotesForm): NotesPlace {
  const own = topics.refs.findIndex((ref) => ref === topics.refOf(item))
  const before = topics.refs.slice(0, Math.max(0, own)).toReversed()
  const previous = firstOf(before, topics)
  if (previous !== null) return beside(previous, endOf(previous), item, form)
  const next = own < 0 ? null : firstOf(topics.refs.slice(own + 1), topics)
  if (next !== null) return beside(next, next.path, item, form)
  const head = topics.notesHeading()
  if (head === null) return atEnd(document, item, form)
  return inNotes(document, head, item, form)
}

/** A new topic takes the place of the empty paragraph that waits for the first words of a section. */
function inPlaceOfBlank(document: DocJson, { changes, at }: NotesPlace): NotesPlace {
  const [change] = changes
  const index = change?.type === 'insert' ? change.path.at(-1)! - 1 : -1
  if (change?.type !== 'insert' || change.path.length !== 1 || index < 0) return { changes, at }
  const blank = document.content[index]
  if (blank?.type !== 'paragraph' || (blank.content ?? []).length > 0) return { changes, at }
  return {
    changes: [...changes, { type: 'remove', path: [index] }],
    at: { ...at, path: [at.path[0]! - 1, ...at.path.slice(1)] },
  }
}

function firstOf(refs: Topics['refs'], topics: Topics): Topic | null {
  for (const ref of refs) {
    const topic = topics.topicOf(ref)
    if (topic !== null) return topic
  }
  return null
}

function endOf(topic: Topic): Path {
  return topic.form === 'section' ? [...topic.path.slice(0, -1), topic.end] : nextPath(topic.path)
}

/** Like the topic next to it. */
function beside(like: Topic, path: Path, { text }: AgendaItemRef, { areItems, topicLevel }: NotesForm): NotesPlace {
  if (like.form === 'item') return newItem(path, text)
  const level = like.level > 6 ? Math.max(1, topicLevel || 3) : like.level
  return newSection(path, text, level, areItems)
}

/** The first topic below the heading of the notes. */
function inNotes(document: DocJson, head: Topic, item: AgendaItemRef, form: NotesForm): NotesPlace {
  const parent = head.path.slice(0, -1)
  if (head.form === 'item') return newItem(nextPath(head.path), item.text)
  const end = [...parent, head.end]
  if (form.topicLevel > 0) {
    const level = Math.min(6, head.level > 6 ? form.topicLevel : Math.max(form.topicLevel, head.level + 1))
    return newSection(end, item.text, level, form.areItems)
  }
  const siblings = childrenOf(nodeAt(document, parent) ?? document)
  const list = siblings.findLastIndex(
    ({ type }, index) => index > head.path.at(-1)! && index < head.end && type === 'bulletList',
  )
  if (list >= 0) return newItem([...parent, list, itemsBeforeOther(siblings[list]!)], item.text)
  return newList(end, item.text)
}

/** Before `Action items` and its like, which stand last in a list of notes. */
function itemsBeforeOther(list: NodeJson): number {
  const items = childrenOf(list)
  const isOther = (node: NodeJson | undefined): boolean => {
    const first = node && childrenOf(node)[0]
    return first?.type === 'paragraph' && isOtherTitle(bareLines(first)[0]!.text)
  }
  let end = items.length
  while (end > 0 && isOther(items[end - 1])) end--
  return end
}

/** Minutes without a place for notes: at their end, before what is to be done. */
function atEnd(document: DocJson, item: AgendaItemRef, form: NotesForm): NotesPlace {
  const path = [endOfNotes(document)]
  const { head } = form
  const over: readonly BlockJson[] =
    head === null ? [] : [{ type: 'heading', attrs: { level: head.level }, content: written(head.text) }]
  if (form.topicLevel === 0) return newList(path, item.text, over)
  const level = over.length > 0 ? form.topicLevel : Math.min(form.topicLevel, outermost(document, path[0]!))
  return newSection(path, item.text, level, form.areItems, over)
}

/** The level of the sections before a place, so that a topic is in none of them. */
function outermost({ content }: DocJson, end: number): number {
  const headings = content.slice(0, end).filter((node) => node.type === 'heading')
  return headings.slice(1).reduce((least, { attrs }) => Math.min(least, attrs.level), Infinity)
}

function endOfNotes(document: DocJson): number {
  const end = endOfMinutes(document)
  const headings = document.content.slice(0, end).flatMap((node, index) => (node.type === 'heading' ? [index] : []))
  let at = end
  for (const index of headings.toReversed()) {
    const node = document.content[index]!
    if (index === headings[0] || node.type !== 'heading' || !isOtherTitle(bareLines(node)[0]!.text)) break
    at = index
  }
  return at
}
