import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { type Mappable, Transform } from '@tiptap/pm/transform'

import type { DocJson, InlineJson } from '../../document/node.ts'
import type { Path } from '../path.ts'
import type { Change } from './change.ts'

/** Makes the changes in a transform (an editor's transaction is one). Throws RangeError where a place is not there. */
export function applyChanges(tr: Transform, changes: readonly Change[]): void {
  const before = tr.doc
  const since = tr.steps.length
  for (const change of changes) apply(tr, change, before, tr.mapping.slice(since))
}

/** The document after the changes. */
export function changed(document: DocJson, changes: readonly Change[], schema: Schema): DocJson {
  const tr = new Transform(schema.nodeFromJSON(document))
  applyChanges(tr, changes)
  tr.doc.check()
  return tr.doc.toJSON() as DocJson
}

function apply(tr: Transform, change: Change, before: Node, mapping: Mappable): void {
  const { schema } = before.type
  switch (change.type) {
    case 'text': {
      const start = positionOf(before, change.at.path) + 1
      const content = change.content.map((node: InlineJson) => schema.nodeFromJSON(node))
      tr.replaceWith(mapping.map(start + change.at.from, -1), mapping.map(start + change.at.to), Fragment.from(content))
      return
    }
    case 'attrs': {
      const at = mapping.map(positionOf(before, change.path))
      for (const [name, value] of Object.entries(change.attrs)) tr.setNodeAttribute(at, name, value)
      return
    }
    case 'insert': {
      const nodes = change.nodes.map((node) => schema.nodeFromJSON(node))
      tr.insert(mapping.map(positionOf(before, change.path)), nodes)
      return
    }
    case 'remove': {
      const at = positionOf(before, change.path)
      const node = before.nodeAt(at)
      if (node === null) throw new RangeError('there is nothing to remove')
      // What other changes insert right before or behind it stays.
      tr.delete(mapping.map(at), mapping.map(at + node.nodeSize, -1))
    }
  }
}

/**
 * Where the node at this path begins, in ProseMirror's count; for the index behind the last child, where its parent ends.
 * Paths of JSON and of ProseMirror are the same for blocks; text runs are addressed by spans.
 */
export function positionOf(document: Node, path: Path): number {
  let node = document
  let at = -1
  for (const index of path) {
    if (index > node.childCount) throw new RangeError('the minutes have no such place')
    at += 1
    for (let before = 0; before < index; before++) at += node.child(before).nodeSize
    node = index < node.childCount ? node.child(index) : node
  }
  return at
}
