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
  return parent.toArray().flatMap((child): Child | Child[] => {
    if (child instanceof Y.XmlText) return textsOf(child)
    return child instanceof Y.XmlElement ? elementOf(child) : []
  })
}

/**
 * The guard and every editor's schema hold the shape, but not that all of it is there: other clients leave attributes out, and
 * of a list whose last two items two people delete at the same time there is nothing left. What `node.ts` takes for granted is
 * made up for here; `normalise` takes care of the rest.
 */
function elementOf(element: Y.XmlElement): Child {
  const attrs = { ...TAKEN_FOR_GRANTED[element.nodeName], ...element.getAttributes() }
  const content = childrenOf(element)
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 || CONTAINERS.has(element.nodeName) ? { content } : {}),
  } as unknown as Child
}

/** The values that the schema gives to these attributes where nobody does. */
const TAKEN_FOR_GRANTED: Readonly<Record<string, object>> = {
  heading: { level: 1 },
  rawBlock: { kind: 'html' },
  image: { src: '' },
}
const CONTAINERS: ReadonlySet<string> = new Set(['blockquote', 'bulletList', 'orderedList', 'listItem', 'table'])

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
