import { type Block, keyOf, type Line, rowsOf } from '../reading/index.ts'
import { isDecisionHead, isSaid } from './section.ts'

const DECISION = /^(?:(?:final |key )?decisions?|resolutions?|decisions? (?:made|taken|reached))$/
/** These are columns of other tables too. */
const THING = /^(?:items?|what|description|details?|summary|text)$/
/** Beside a topic, fewer words say how it went (`Approved`), and not what was decided. */
const TOLD = 3

/** The cells of a table that hold decisions: below a heading for them, or in a column that is headed so. */
export function decidingCells({ node, lines, heads, role }: Block): readonly Line[] {
  if (node.type !== 'table' || (role !== null && role !== 'decision')) return []
  const [head, ...rows] = rowsOf(lines)
  const inner = heads.at(-1)
  const isAnnounced = role === 'decision' || (inner !== undefined && isDecisionHead(inner))
  const keys = Array.from(head ?? [], (cell) => keyOf(cell?.text ?? ''))
  const own = keys.findIndex((key) => DECISION.test(key))
  const column = own < 0 && isAnnounced ? keys.findIndex((key) => THING.test(key)) : own
  return rows.flatMap((row) => {
    const cell = row[column]
    const isFull = cell !== undefined && (isAnnounced || cell.text.trim().split(/\s+/).length >= TOLD)
    return isFull && isSaid(cell.text) && !/^\s*[[{<].*[\]}>]\s*$/.test(cell.text) ? [cell] : []
  })
}
