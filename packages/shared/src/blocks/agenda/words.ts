import type { DocJson, InlineJson, MarkJson, TextJson } from '../../document/node.ts'
import { childrenOf, nodeAt, type Span } from '../path.ts'

/** The text of a span, one letter for each of its places: breaks are line ends, images U+FFFC. */
export function wordsAt(document: DocJson, { path, from, to }: Span): string {
  const words = inlineAt(document, path).map((node) =>
    node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : '\uFFFC',
  )
  return words.join('').slice(from, to)
}

/** New words in place of a span, looking like those that they replace. */
export function wordsLike(document: DocJson, { path, from }: Span, text: string): TextJson {
  const marks = marksAt(document, path, from)
  return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }
}

function marksAt(document: DocJson, path: Span['path'], offset: number): readonly MarkJson[] {
  let at = 0
  for (const node of inlineAt(document, path)) {
    at += node.type === 'text' ? node.text.length : 1
    if (at > offset) return node.type === 'text' ? (node.marks ?? []) : []
  }
  return []
}

function inlineAt(document: DocJson, path: Span['path']): readonly InlineJson[] {
  const node = nodeAt(document, path)
  return node === undefined ? [] : (childrenOf(node) as readonly InlineJson[])
}
