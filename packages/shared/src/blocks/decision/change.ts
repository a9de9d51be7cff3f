import type { DocJson, InlineJson, MarkJson, ParagraphJson } from '../../document/node.ts'
import type { Change } from '../change/change.ts'
import { lineAt, type LinePlace, setRole } from '../change/line.ts'
import { contentAt, withMark, written } from '../change/words.ts'
import type { Span } from '../path.ts'
import type { Decision } from './decision.ts'
import { isMixedHead } from './mixed.ts'
import { isDecisionHead } from './section.ts'
import type { DecisionStyle } from './style.ts'

/**
 * Makes a line a decision by the group's label. `number` is that of the next one, where the group counts them. Null where there
 * is no such line or nothing in it.
 */
export function makeDecision(
  document: DocJson,
  place: LinePlace,
  style: DecisionStyle,
  number = 1,
): readonly Change[] | null {
  const line = lineAt(document, place)?.line
  if (line === undefined || line.text.trim() === '') return null
  const from = line.from + line.text.length - line.text.trimStart().length
  const at: Span = { path: line.path, from, to: line.from + line.text.trimEnd().length }
  return [{ type: 'text', at, content: spelled(contentAt(document, at), style, number) }, ...setRole(line, null)]
}

/** A decision as a paragraph, in the group's spelling. */
export function newDecision(text: string, style: DecisionStyle, number = 1): ParagraphJson {
  const marks = marksOf(style)
  const words = style.isAllMarked ? marks : []
  return {
    type: 'paragraph',
    content: [...written(labelOf(style, number), marks), ...written(' ', words), ...written(text, words)],
  }
}

/** Makes a decision an ordinary line again: without its label; below a heading of decisions a person has to say so. */
export function unmakeDecision(document: DocJson, { carrier, form, label, text }: Decision): readonly Change[] {
  const line = lineAt(document, carrier)?.line
  if (line === undefined) return []
  const isListed = line.heads.some((head) => isDecisionHead(head) || isMixedHead(head))
  const changes: Change[] = []
  if (label !== null && text.at !== null) {
    const at = { ...label, from: Math.min(label.from, text.at.from), to: Math.max(label.to, text.at.to) }
    changes.push({ type: 'text', at, content: plain(document, text.at) })
  }
  return [...changes, ...setRole(line, isListed || form === 'row' ? 'plain' : null)]
}

/** The text without marks that are on all of it: they belonged to the decision. */
function plain(document: DocJson, at: Span): readonly InlineJson[] {
  const content = contentAt(document, at)
  const isAll = (name: 'bold' | 'italic'): boolean =>
    content.every((node) => node.type !== 'text' || node.marks?.some(({ type }) => type === name) === true)
  return (['bold', 'italic'] as const).reduce(
    (nodes, name) => (isAll(name) ? withMark(nodes, name, false) : nodes),
    content,
  )
}

function spelled(content: readonly InlineJson[], style: DecisionStyle, number: number): readonly InlineJson[] {
  const marks = marksOf(style)
  const label = labelOf(style, number)
  if (!style.isAllMarked) return [...written(label, marks), ...written(' '), ...content]
  const all = marks.reduce((nodes, { type }) => withMark(nodes, type as 'bold' | 'italic', true), content)
  return [...written(`${label} `, marks), ...all]
}

function labelOf({ label, isNumbered }: DecisionStyle, number: number): string {
  return isNumbered ? `${label}${number}:` : `${label}:`
}

function marksOf({ mark }: DecisionStyle): readonly MarkJson[] {
  if (mark === null) return []
  return mark === 'both' ? [{ type: 'bold' }, { type: 'italic' }] : [{ type: mark }]
}
