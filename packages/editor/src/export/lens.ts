import type { DocJson } from '@plenary/shared/document'
import { printWrapped, readBase, type Base } from '@plenary/shared/markdown'

import { diffLines } from './line-diff.ts'
import { countDifferent, linesOf } from './line.ts'
import type { Exported } from './message.ts'

/** The imported text, read once. */
let known: Base | undefined

/** The minutes as a patch of the text that was imported, with every line compared to it. */
export function exportFrom(minutes: DocJson, base: string | null): Exported {
  if (base === null) known = undefined
  else if (known?.text !== base) known = readBase(base)
  const { text, exact, losses } = printWrapped(minutes, known === undefined ? {} : { base: known })
  const lines = linesOf(diffLines(base ?? text, text))
  return { text, exact, losses, lines, different: base === null ? null : countDifferent(lines) }
}
