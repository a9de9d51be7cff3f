import type { DocJson } from '@plenary/shared/document'

import { countDifferent, linesOf, type LineChange } from './line.ts'
import type { Exported } from './message.ts'

/** Stands in until the lens is there: the plain text of each block. */
export function exportFrom(minutes: DocJson, base: string | null): Exported {
  const plain = (node: unknown): string => {
    const { text, content } = node as { text?: string; content?: readonly unknown[] }
    return text ?? (content ?? []).map(plain).join('')
  }
  const text = minutes.content.map((block) => `${plain(block)}\n`).join('\n')
  const lines = linesOf(diffLines(base ?? text, text))
  return { text, exact: true, losses: [], lines, different: base === null ? null : countDifferent(lines) }
}

function diffLines(before: string, after: string): LineChange[] {
  const split = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const [a, b] = [split(before), split(after)]
  let head = 0
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const change = (kind: LineChange['kind']) => (text: string) => ({ kind, text })
  return [
    ...b.slice(0, head).map(change('same')),
    ...a.slice(head, a.length - tail).map(change('removed')),
    ...b.slice(head, b.length - tail).map(change('added')),
    ...b.slice(b.length - tail).map(change('same')),
  ]
}
