import type { DocJson } from '@plenary/shared/document'
import { type Habits, printWrapped, readBase, type Base } from '@plenary/shared/markdown'

import { diffLines } from './line-diff.ts'
import { countDifferent, linesOf } from './line.ts'
import type { Exported } from './message.ts'

/** The imported text, read once. */
let known: Base | undefined

/** The minutes as a patch of the text that was imported, with every line compared to it; in these habits, else in those of the text. */
export function exportFrom(minutes: DocJson, base: string | null, habits: Habits | null): Exported {
  if (base === null) known = undefined
  else if (known?.text !== base) known = readBase(base)
  const options = { ...(known === undefined ? {} : { base: known }), ...(habits === null ? {} : { habits }) }
  const { text, exact, losses } = printWrapped(minutes, options)
  const lines = linesOf(diffLines(base ?? text, text))
  return { text, exact, losses, lines, different: base === null ? null : countDifferent(lines) }
}
