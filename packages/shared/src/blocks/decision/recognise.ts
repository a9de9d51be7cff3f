import { beginsAnew as beginsAction } from '../action/claim.ts'
import type { Context } from '../context.ts'
import { speechAt } from '../people/speech.ts'
import { isSetApart, joinLines, type Line, spanIn, utterances, wordsOf } from '../reading/index.ts'
import { speakingIn, type Voices } from '../speaker/voices.ts'
import type { Decision, DecisionForm } from './decision.ts'
import { type DecisionLabel, readDecisionLabel, readDecisionTag } from './label.ts'
import { isMixedHead } from './mixed.ts'
import { DecisionSections, isDecisionHead, isSaid } from './section.ts'
import { decidingCells } from './table.ts'

/** What the group has decided, where the minutes say so by a label or a heading. */
export function recogniseDecisions({ view, roster, claims }: Context): readonly Decision[] {
  const names = speakingIn(view, roster).voices
  const sections = new DecisionSections(view, names)
  const cells = new Set(view.blocks.flatMap(decidingCells).map(({ path }) => path.join(' ')))
  const found: Decision[] = []
  const told = new Set<string>()
  /** The labels with a number that were there. */
  const numbers = new Set<string>()
  const beginsAnew = (line: Line): boolean =>
    speechAt(line.text, 0, names) !== null ||
    hasLabel(line) ||
    beginsAction(line, names) ||
    (HINT.test(line.text) && readDecisionLabel(line, names) !== null)
  for (const lines of utterances(view.lines, beginsAnew)) {
    const line = joinLines(lines)
    const { role } = line
    // Also what is something else has its place among the entries of a section.
    const decision = readDecision(line, names, sections, cells.has(line.path.join(' ')))
    const isOther = (role !== null && role !== 'decision') || lines.some((each) => claims.has(each))
    if (decision === null || isOther) continue
    const words = plain(decision.text.value)
    const number = numberOf(line, decision)
    if (isIndex(line, decision) && (told.has(words) || (isLinkedWithin(line) && numbers.has(number)))) continue
    told.add(words)
    if (number !== '') numbers.add(number)
    // Who says it still has the word; but a decision among tasks is none of these, whatever stands before its colon.
    if (speechAt(line.text, 0, names) === null || isAmongTasks(line, decision)) claims.take(lines)
    found.push(decision)
  }
  return found
}

/** No label is without one of these; most lines need no closer look. */
const HINT = /resol|decision|decided|conclu|con[sc]ensus|outcome|verdict|agreed|agreement|[[(](?:APPROVED|ACCEPTED)/i

function readDecision(line: Line, names: Voices, sections: DecisionSections, isCell: boolean): Decision | null {
  const label = HINT.test(line.text) ? (readDecisionLabel(line, names) ?? readDecisionTag(line, names)) : null
  const isEntry = sections.isEntry(line)
  if (label !== null && isAnswer(line.text.slice(label.to, label.end))) return decisionOf(line, 'label', label)
  if (isEntry) return decisionOf(line, 'section', null)
  if (isCell) return decisionOf(line, 'row', null)
  return line.role === 'decision' ? decisionOf(line, 'said', null) : null
}

/** `**Action**: …`: a label with marks of its own begins something else. */
function hasLabel(line: Line): boolean {
  const label = /^\s*\p{Lu}[\p{L} ]{1,30}[:：]/u.exec(line.text)?.[0]
  return label !== undefined && isSetApart(line, 0, label.length - 1)
}

/** It says something, and does not ask: `Group decision: which of them?` */
function isAnswer(text: string): boolean {
  return isSaid(text) && !/\?\s*$/.test(text)
}

function decisionOf(line: Line, form: DecisionForm, label: DecisionLabel | null): Decision {
  const { text } = line
  const from = label?.to ?? text.length - text.trimStart().length
  const to = text.slice(0, label?.end).trimEnd().length
  return {
    kind: 'decision',
    carrier: { path: line.path, row: line.row, id: line.id, isSaid: line.role === 'decision' },
    form,
    text: { value: wordsOf(line, from, to), at: spanIn(line, from, Math.max(from, to)) },
    label: label === null ? null : spanIn(line, label.from, label.from < label.to ? label.to : text.trimEnd().length),
  }
}

function isAmongTasks({ heads }: Line, { form }: Decision): boolean {
  const head = heads.at(-1)
  return form === 'section' && head !== undefined && isMixedHead(head)
}

/**
 * A line of a list that gathers what is already told above it: below a heading for that, with a label or a link into the page. Its
 * words may differ where somebody has corrected them there; the number of `[Resolution #2](#resolution2): …` is the same.
 */
function isIndex(line: Line, { form }: Decision): boolean {
  return line.heads.some(isDecisionHead) && (form === 'label' || isLinkedWithin(line))
}

function isLinkedWithin({ pieces }: Line): boolean {
  return pieces[0]?.marks.some((mark) => mark.type === 'link' && mark.attrs.href.startsWith('#')) ?? false
}

/** `resolution 2`; empty where the label has no number. */
function numberOf(line: Line, { label }: Decision): string {
  const words = label === null ? '' : plain(line.text.slice(label.from - line.from, label.to - line.from))
  return /\d/.test(words) ? words : ''
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
