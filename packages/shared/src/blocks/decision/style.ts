import type { DocJson } from '../../document/node.ts'
import { marksAt, wordsAt } from '../change/words.ts'
import type { Decision } from './decision.ts'

/** How a group marks its decisions in a line. */
export interface DecisionStyle {
  /** `RESOLVED`, `Decision`, `Resolution #` (a number follows). */
  readonly label: string
  readonly mark: 'bold' | 'italic' | 'both' | null
  /** The marks go on over the text: `***Resolution #1: …***`. */
  readonly isAllMarked: boolean
  readonly isNumbered: boolean
}

export const PLAIN_DECISIONS: DecisionStyle = { label: 'DECISION', mark: null, isAllMarked: false, isNumbered: false }

/** How the last labelled decision of these minutes is written; if there is none, the fallback. */
export function decisionStyleOf(
  document: DocJson,
  decisions: readonly Decision[],
  fallback: DecisionStyle = PLAIN_DECISIONS,
): DecisionStyle {
  const last = decisions.findLast(({ label }) => label !== null)
  if (last?.label == null) return fallback
  const words = /^(?<label>#?[\p{L}/ ]+?\s?#?)(?<number>\d+)?[\s*_]*[:：–—-]?[\s*_]*$/u.exec(
    wordsAt(document, last.label),
  )
  const { label, number } = words?.groups ?? {}
  if (label === undefined || label.startsWith('#')) return fallback
  const types = marksAt(document, last.label.path, last.label.from).map(({ type }) => type)
  const [isBold, isItalic] = [types.includes('bold'), types.includes('italic')]
  const mark = isBold && isItalic ? 'both' : isBold ? 'bold' : isItalic ? 'italic' : null
  const behind = last.text.at === null ? [] : marksAt(document, last.text.at.path, last.text.at.from)
  const isAllMarked = mark !== null && behind.some(({ type }) => type === 'bold' || type === 'italic')
  return { label: number === undefined ? label.trimEnd() : label, mark, isAllMarked, isNumbered: number !== undefined }
}
