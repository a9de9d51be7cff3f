import type { Nodes } from 'mdast'

import type { BlockJson, HeadingJson, ParagraphJson } from '../document/node.ts'
import { endOf, offsetOf, phrasingIn } from './source.ts'
import type { Place, Writing } from './writing.ts'

/** A paragraph; what stands around its text in the source stays. */
export function writeParagraph(
  old: BlockJson | undefined,
  node: ParagraphJson,
  place: Place,
  writing: Writing,
): string {
  const { source } = writing.base
  const span = old && source.spanOf(old)
  const inner = span && innerOf(span.tree)
  // Blanks at the end of the last line mean nothing, and so they stay.
  const tail = span && inner && writing.trustIn(node) === 'patch' ? source.slice(inner.to, span.to) : ''
  return writing.inline(node, old, place.frame, place) + (/^[ \t]*$/.test(tail) ? tail : '')
}

/** A heading in the form it had, `#` or underlined, as long as its level allows. */
export function writeHeading(old: BlockJson | undefined, node: HeadingJson, place: Place, writing: Writing): string {
  const content = node.content ?? []
  const marks = '#'.repeat(node.attrs.level)
  const text = content.length === 0 ? '' : writing.inline(node, old, 'heading', place)
  const { source } = writing.base
  const span = old && source.spanOf(old)
  const inner = span && innerOf(span.tree)
  if (old?.type === 'heading' && span && inner && text !== '') {
    const head = source.slice(span.from, inner.from)
    const tail = source.slice(inner.to, span.to)
    if (old.attrs.level === node.attrs.level) return head + text + tail
    if (head.startsWith('#')) return marks + head.replace(/^#+/, '') + text + tail
  }
  return text === '' ? marks : `${marks} ${text.replace(/[ \t]*(?:\r\n?|\n)[ \t>]*/g, ' ')}`
}

/** Where the text of a text block begins and ends in its source. */
export function innerOf(tree: Nodes): { readonly from: number; readonly to: number } | undefined {
  const children = phrasingIn(tree)
  const last = children.at(-1)
  return children[0] && last && { from: offsetOf(children[0]), to: endOf(last) }
}
