import type { DocJson } from '@plenary/shared/document'
import { print, readBase, type Base } from '@plenary/shared/markdown'

import { countDifferent, linesOf, type LineChange } from './line.ts'
import type { Exported } from './message.ts'

/** The imported text, read once. */
let known: Base | undefined

/** The minutes as a patch of the text that was imported, with every line compared to it. */
export function exportFrom(minutes: DocJson, base: string | null): Exported {
  if (base === null) known = undefined
  else if (known?.text !== base) known = readBase(base)
  const { text, exact, losses } = print(minutes, known === undefined ? {} : { base: known })
  const lines = linesOf(diffLines(base ?? text, text))
  return { text, exact, losses, lines, different: base === null ? null : countDifferent(lines) }
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
