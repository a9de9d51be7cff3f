import { lettersOf } from '../../document/letters.ts'
import type { DocJson, InlineJson, MarkJson, MarkName, TextJson } from '../../document/node.ts'
import { textOf } from '../../document/normal-inline.ts'
import { childrenOf, nodeAt, type Span } from '../path.ts'
import { sliceInline } from './inline.ts'

/** The text of a span, one letter for each of its places: breaks are line ends, images U+FFFC. */
export function wordsAt(document: DocJson, { path, from, to }: Span): string {
  return inlineAt(document, path).map(lettersOf).join('').slice(from, to)
}

/** New words in place of a span, looking like those that they replace. */
export function wordsLike(document: DocJson, { path, from }: Span, text: string): readonly TextJson[] {
  return written(text, marksAt(document, path, from))
}

/** Words in marks; nothing where there are no words. */
export function written(text: string, marks: readonly MarkJson[] = []): readonly TextJson[] {
  return text === '' ? [] : [textOf(text, marks)]
}

/** The marks of the letter at this place, but for those that belong to their words: links, code, raw source. */
export function marksAt(document: DocJson, path: Span['path'], offset: number): readonly MarkJson[] {
  let at = 0
  for (const node of inlineAt(document, path)) {
    at += node.type === 'text' ? node.text.length : 1
    if (at <= offset) continue
    const marks = node.type === 'text' ? (node.marks ?? []) : []
    return marks.filter(({ type }) => type === 'bold' || type === 'italic' || type === 'strike')
  }
  return []
}

/** The same with a mark on all words or on none. */
export function withMark(
  content: readonly InlineJson[],
  name: Exclude<MarkName, 'link'>,
  isOn: boolean,
): readonly InlineJson[] {
  return content.map((node): InlineJson => {
    if (node.type !== 'text') return node
    const rest = (node.marks ?? []).filter(({ type }) => type !== name)
    return textOf(node.text, isOn ? [...rest, { type: name }] : rest)
  })
}

/** The pieces of a text block that stand in a span. */
export function contentAt(document: DocJson, { path, from, to }: Span): readonly InlineJson[] {
  return sliceInline(inlineAt(document, path), from, to)
}

function inlineAt(document: DocJson, path: Span['path']): readonly InlineJson[] {
  const node = nodeAt(document, path)
  return node === undefined ? [] : (childrenOf(node) as readonly InlineJson[])
}
