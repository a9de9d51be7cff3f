import * as Y from 'yjs'

import type {
  BlockJson,
  DocJson,
  InlineJson,
  ListItemJson,
  MarkJson,
  TableCellJson,
  TableRowJson,
  TextJson,
} from './node.ts'
import { contentOf } from './roots.ts'

/**
 * Seeds an empty document, in the encoding of y-prosemirror (one XmlText for a run of text nodes, marks as its formats, null
 * attributes left out). Only the server calls this, once in a meeting's life: two seeds would merge into double text.
 */
export function seed(doc: Y.Doc, minutes: DocJson): void {
  const content = contentOf(doc)
  if (content.length > 0) throw new Error('a document is seeded only once')
  doc.transact(() => content.insert(0, minutes.content.map(elementOf)))
}

/** The minutes as one Yjs update (V1), for a meeting that does not exist yet. */
export function seedUpdate(minutes: DocJson): Uint8Array {
  const doc = new Y.Doc()
  seed(doc, minutes)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

type Child = BlockJson | ListItemJson | TableRowJson | TableCellJson | InlineJson
type Element = Exclude<Child, TextJson>

function elementOf(node: Element): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, string | number>>(node.type)
  for (const [name, value] of Object.entries('attrs' in node ? (node.attrs ?? {}) : {})) {
    if (value !== null && value !== undefined) element.setAttribute(name, value as string | number)
  }
  const children: readonly Child[] = 'content' in node ? (node.content ?? []) : []
  if (children.length > 0) element.insert(0, typesOf(children))
  return element as unknown as Y.XmlElement
}

/** Nodes as Yjs holds them, for a place in a document; neighbouring texts become one. */
export function typesOf(nodes: readonly Child[]): (Y.XmlElement | Y.XmlText)[] {
  return groupsOf(nodes).map(childOf)
}

/** What Yjs calls marks: an object for each, by its name. */
export function formatsOf(marks: readonly MarkJson[]): Record<string, object> {
  return Object.fromEntries(marks.map((mark) => [mark.type, 'attrs' in mark ? mark.attrs : {}]))
}

/** Runs of neighbouring texts, and every other node by itself. */
function groupsOf(children: readonly Child[]): (TextJson[] | Element)[] {
  const groups: (TextJson[] | Element)[] = []
  for (const child of children) {
    const last = groups.at(-1)
    if (child.type !== 'text') groups.push(child)
    else if (Array.isArray(last)) last.push(child)
    else groups.push([child])
  }
  return groups
}

function childOf(group: TextJson[] | Element): Y.XmlElement | Y.XmlText {
  if (!Array.isArray(group)) return elementOf(group)
  const text = new Y.XmlText()
  text.applyDelta(group.map((run) => ({ insert: run.text, attributes: formatsOf(run.marks ?? []) })))
  return text
}
