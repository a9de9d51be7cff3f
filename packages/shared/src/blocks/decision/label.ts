import { speechAt } from '../people/speech.ts'
import { isSetApart, type Line, matchAt } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'

/** A label such as `RESOLVED:` and the text behind it, by their places in the line. */
export interface DecisionLabel {
  readonly from: number
  /** Where the text begins and ends; it begins before the label where that is the last word. */
  readonly to: number
  readonly end: number
}

const NOUN = '(?:resolutions?|decisions?|conclusions?|con[sc]ensus|agreements?)'
const WORD = new RegExp(
  String.raw`(?:[#!]agreed\b|(?:(?:resolved|agreed|decided)(?:\s+(?:unanimously|by consensus))?|resolve(?=[\s*_]*[:：])|outcome|verdict|(?:(?:final|group|team|[wc]g|meeting|general|rough)\s+)?${NOUN}(?:\s*\/\s*${NOUN}|\s+(?:made|reached|taken))?)(?![\p{L}\p{N}'’-]))(?:[\s-]*#?\s?\d{1,3}(?:\.\d{1,3})?(?=\s*[:：*_.)–—-]))?`,
  'iuy',
)
const AFTER = /(?:[\s*_]*(?<sep>[:：]|(?<=\s)-{1,2}(?=\s)|–|—))?[\s*_]*/y
const STOP = /\.\s+(?=\p{Lu})/uy

/**
 * The label with which a line begins: behind `…`, in brackets, or said by somebody in capitals. Without a colon it counts
 * only in capitals or in marks of its own.
 */
export function readDecisionLabel(line: Line, names: Voices): DecisionLabel | null {
  const { text } = line
  const end = text.trimEnd().length
  const at = /^(?:[\s*_.…•·→>-]|\p{Extended_Pictographic}|\uFE0F|:[a-z][a-z_]+:)*/u.exec(text)![0].length
  const plain = labelAt(line, at, end)
  if (plain !== null) return plain
  const tag = text[at] === '[' ? tagAt(line, at, end) : null
  if (tag !== null) return tag
  const open = text[at] === '[' && text[end - 1] === ']' ? at + 1 : at
  const said = speechAt(text, open, names) ?? open
  const inner = said > at ? labelAt(line, said, open > at ? end - 1 : end) : null
  if (inner === null) return null
  const isLoud = /^\p{Lu}{4}/u.test(text.slice(inner.from)) || isSetApart(line, inner.from, inner.to)
  return open > at || isLoud ? inner : null
}

/** `… [AGREED]`: what somebody proposed, and how it went. */
export function readDecisionTag({ text }: Line, names: Voices): DecisionLabel | null {
  const tag = /\s+[[(](?:AGREED|RESOLVED|DECIDED|APPROVED|ACCEPTED)[\])]\s*$/.exec(text)
  if (tag === null) return null
  const from = speechAt(text, 0, names) ?? text.length - text.trimStart().length
  return from < tag.index ? { from: tag.index, to: from, end: tag.index } : null
}

/** `[DECISION] …` */
function tagAt({ text }: Line, from: number, end: number): DecisionLabel | null {
  WORD.lastIndex = from + 1
  if (WORD.exec(text) === null || text[WORD.lastIndex] !== ']') return null
  AFTER.lastIndex = WORD.lastIndex + 1
  AFTER.exec(text)
  return AFTER.lastIndex < end ? { from, to: AFTER.lastIndex, end } : null
}

function labelAt(line: Line, from: number, end: number): DecisionLabel | null {
  const { text } = line
  WORD.lastIndex = from
  const word = WORD.exec(text)
  if (word === null) return null
  AFTER.lastIndex = WORD.lastIndex
  const after = AFTER.exec(text)!
  const to = AFTER.lastIndex
  const { sep } = after.groups ?? {}
  const isLoud = /^(?:[#!]|\p{Lu}{4})/u.test(word[0])
  // `Resolve: …` tells somebody to do it.
  if (/^resolve$/i.test(word[0]) && !isLoud) return null
  const isColon = sep !== undefined && /[:：]/.test(sep)
  // `Conclusion. It is to be used.`
  const stop = /^(?:Conclusion|Decision|Resolution)$/.test(word[0]) ? matchAt(STOP, text, WORD.lastIndex) : null
  if (stop !== null) return { from, to: WORD.lastIndex + stop[0].length, end }
  const isOwn = /^\p{Lu}/u.test(word[0]) && isSetApart(line, from, WORD.lastIndex)
  if (!isColon && !isOwn && !(isLoud && after[0] !== '')) return null
  return to < end ? { from, to, end } : null
}
