import { type Change, comparePaths, type Path } from '@plenary/shared/blocks'
import { contentOf, formatsOf, type InlineJson, type TextJson, typesOf } from '@plenary/shared/document'
import * as Y from 'yjs'

type Parent = Y.XmlFragment | Y.XmlElement
type InsertChange = Extract<Change, { type: 'insert' }>

/** What a change does, at a type of Yjs that it was found to mean. */
type Edit =
  | { readonly edit: 'text'; readonly block: Y.XmlElement; readonly at: TextChange['at']; readonly content: Content }
  | { readonly edit: 'attrs'; readonly element: Y.XmlElement; readonly attrs: AttrsChange['attrs'] }
  | { readonly edit: 'insert'; readonly parent: Parent; readonly index: number; readonly nodes: InsertChange['nodes'] }
  | { readonly edit: 'remove'; readonly parent: Parent; readonly index: number }

type TextChange = Extract<Change, { type: 'text' }>
type AttrsChange = Extract<Change, { type: 'attrs' }>
type Content = readonly InlineJson[]

/**
 * Makes changes in minutes as Yjs holds them. Nothing but their places is touched, so that they merge with what people write
 * there at the same moment. Throws RangeError where a place is not there.
 */
export function writeChanges(doc: Y.Doc, changes: readonly Change[]): void {
  const content = contentOf(doc)
  // From the end to the start, so that the places before stay true. What is removed goes before something is put in its place.
  const edits = changes
    .map((change, order) => ({ change, order, edit: editOf(content, change) }))
    .sort((a, b) => compare(b.change, a.change) || b.order - a.order)
  doc.transact(() => {
    for (const { edit } of edits) make(edit)
  })
}

/** The order of their places; at one place, what is inserted comes before what is removed. */
function compare(a: Change, b: Change): number {
  return comparePaths(pathOf(a), pathOf(b)) || offsetOf(a) - offsetOf(b) || rank(a) - rank(b)
}

function pathOf(change: Change): Path {
  return change.type === 'text' ? change.at.path : change.path
}

function offsetOf(change: Change): number {
  return change.type === 'text' ? change.at.from : 0
}

function rank({ type }: Change): number {
  return ['insert', 'attrs', 'text', 'remove'].indexOf(type)
}

function editOf(content: Y.XmlFragment, change: Change): Edit {
  switch (change.type) {
    case 'text':
      return { edit: 'text', block: elementAt(content, change.at.path), at: change.at, content: change.content }
    case 'attrs':
      return { edit: 'attrs', element: elementAt(content, change.path), attrs: change.attrs }
    case 'insert':
      return { edit: 'insert', ...placeOf(content, change.path), nodes: change.nodes }
    case 'remove':
      elementAt(content, change.path)
      return { edit: 'remove', ...placeOf(content, change.path) }
  }
}

function make(edit: Edit): void {
  switch (edit.edit) {
    case 'text':
      cut(edit.block, edit.at.from, edit.at.to)
      write(edit.block, edit.at.from, edit.content)
      return
    case 'attrs':
      for (const [name, value] of Object.entries(edit.attrs)) setAttribute(edit.element, name, value)
      return
    case 'insert':
      edit.parent.insert(edit.index, typesOf(edit.nodes))
      return
    case 'remove':
      edit.parent.delete(edit.index, 1)
  }
}

/** Paths count blocks only, and so do the children of what holds blocks. */
function elementAt(content: Y.XmlFragment, path: Path): Y.XmlElement {
  let node: Parent = content
  for (const index of path) {
    const child: unknown = node.get(index)
    if (!(child instanceof Y.XmlElement)) throw new RangeError('the minutes have no such place')
    node = child
  }
  if (!(node instanceof Y.XmlElement)) throw new RangeError('the minutes themselves are no such place')
  return node
}

function placeOf(content: Y.XmlFragment, path: Path): { readonly parent: Parent; readonly index: number } {
  const index = path.at(-1)
  const parent = path.length === 1 ? content : elementAt(content, path.slice(0, -1))
  if (index === undefined || index > parent.length) throw new RangeError('the minutes have no such place')
  return { parent, index }
}

function setAttribute(element: Y.XmlElement, name: string, value: unknown): void {
  if (value === null) element.removeAttribute(name)
  // Yjs types attributes as strings; it keeps any JSON value, and so does the seed.
  else element.setAttribute(name, value as string)
}

/** The children of a text block with their offsets in it: a text has as many as letters, a break or an image one. */
function spansOf(block: Y.XmlElement): { readonly child: Y.XmlText | Y.XmlElement; from: number; to: number }[] {
  let to = 0
  return block.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlText || child instanceof Y.XmlElement)) return []
    const from = to
    to += child instanceof Y.XmlText ? child.length : 1
    return [{ child, from, to }]
  })
}

/** A text stays where nothing is left of it: what somebody else is writing into it must not go with it. */
function cut(block: Y.XmlElement, start: number, end: number): void {
  for (const [index, { child, from, to }] of [...spansOf(block).entries()].toReversed()) {
    const [first, last] = [Math.max(from, start), Math.min(to, end)]
    if (first >= last) continue
    if (child instanceof Y.XmlText) child.delete(first - from, last - first)
    else block.delete(index, 1)
  }
}

function write(block: Y.XmlElement, offset: number, content: Content): void {
  const other = content.findIndex(({ type }) => type !== 'text')
  const letters = (other < 0 ? content : content.slice(0, other)) as readonly TextJson[]
  if (letters.length > 0) writeLetters(block, offset, letters)
  if (other < 0) return
  const behind = letters.reduce((sum, { text }) => sum + text.length, offset)
  block.insert(split(block, behind), typesOf(content.slice(other)))
}

/** Into the text that is there, or a new one. */
function writeLetters(block: Y.XmlElement, offset: number, letters: readonly TextJson[]): void {
  const span = spansOf(block).find(
    ({ child, from, to }) => child instanceof Y.XmlText && from <= offset && offset <= to,
  )
  if (!(span?.child instanceof Y.XmlText)) return block.insert(split(block, offset), typesOf(letters))
  let at = offset - span.from
  for (const { text, marks = [] } of letters) {
    // All formats are named, or Yjs would pass on those of the letter before.
    span.child.insert(at, text, formatsOf(marks))
    at += text.length
  }
}

/** The index at which something can be put between what is before and behind an offset; a text around it becomes two. */
function split(block: Y.XmlElement, offset: number): number {
  const spans = spansOf(block)
  const index = spans.findIndex(({ to }) => to >= offset)
  const span = spans[index]
  if (span === undefined || offset === 0) return offset === 0 ? 0 : block.length
  if (span.to === offset || !(span.child instanceof Y.XmlText)) return index + 1
  const tail = new Y.XmlText()
  tail.applyDelta(runsAfter(span.child, offset - span.from))
  span.child.delete(offset - span.from, span.to - offset)
  block.insert(index + 1, [tail])
  return index + 1
}

interface Run {
  readonly insert: string
  readonly attributes?: Readonly<Record<string, unknown>>
}

function runsAfter(text: Y.XmlText, offset: number): Run[] {
  let at = 0
  return (text.toDelta() as Run[]).flatMap((run) => {
    const insert = run.insert.slice(Math.max(0, offset - at))
    at += run.insert.length
    return insert === '' ? [] : [{ ...run, insert }]
  })
}
