import type { InlineJson, MarkJson } from '../../document/node.ts'
import { textOf } from '../../document/normal-inline.ts'
import type { Span } from '../path.ts'
import type { TextChange } from './change.ts'

/** The inline content between two offsets of a text block. */
export function sliceInline(content: readonly InlineJson[], from: number, to: number): readonly InlineJson[] {
  let at = 0
  if (from >= to) return []
  return content.flatMap((node): InlineJson[] => {
    const begin = at
    at += node.type === 'text' ? node.text.length : 1
    if (at <= from || begin >= to) return []
    if (node.type !== 'text') return [node]
    return [textOf(node.text.slice(Math.max(0, from - begin), to - begin), node.marks)]
  })
}

/** A change that puts text there; none removes what is there. */
export function write(at: Span, text: string, marks: readonly MarkJson[] = []): TextChange {
  return { type: 'text', at, content: text === '' ? [] : [textOf(text, marks)] }
}

/** An empty span. */
export function behind({ path, to }: Span): Span {
  return { path, from: to, to }
}
