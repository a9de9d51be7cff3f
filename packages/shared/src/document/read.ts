import * as Y from 'yjs'

import { MARK_ORDER } from './mark-order.ts'
import type { BlockJson, DocJson, InlineJson, MarkJson, MarkName, TextJson } from './node.ts'
import { contentOf } from './roots.ts'

/**
 * Yjs to JSON, without ever changing the document. The sync binding deletes from the live document what its schema does not
 * know (y-prosemirror's createNodeFromYElement), so nothing but this function may read one on the server.
 */
export function read(doc: Y.Doc): DocJson {
  return { type: 'doc', content: childrenOf(contentOf(doc)) as unknown as BlockJson[] }
}

type Child = BlockJson | InlineJson

function childrenOf(parent: Y.XmlFragment | Y.XmlElement): Child[] {
  const children: Child[] = []
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) children.push(...textsOf(child))
    else if (child instanceof Y.XmlElement) children.push(elementOf(child))
  }
  return children
}

function elementOf(element: Y.XmlElement): Child {
  const attrs = element.getAttributes()
  const content = childrenOf(element)
  // The shape is held by the guard and by every editor's schema; `normalise` takes care of what merges leave behind.
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  } as unknown as Child
}

interface Run {
  readonly insert: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

function textsOf(text: Y.XmlText): TextJson[] {
  const texts: TextJson[] = []
  for (const { insert, attributes = {} } of text.toDelta() as Run[]) {
    if (typeof insert !== 'string') continue
    const marks = marksOf(attributes)
    texts.push({ type: 'text', text: insert, ...(marks.length > 0 ? { marks } : {}) })
  }
  return texts
}

function marksOf(attributes: Readonly<Record<string, unknown>>): MarkJson[] {
  return MARK_ORDER.filter((name) => (attributes[name] ?? null) !== null).map((name) => markOf(name, attributes[name]))
}

function markOf(type: MarkName, value: unknown): MarkJson {
  if (type !== 'link') return { type }
  const {
    href = '',
    title = null,
    reference = null,
  } = value as { href?: string; title?: string | null; reference?: string | null }
  return { type, attrs: { href, title, reference } }
}
