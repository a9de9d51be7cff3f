import { ORDERED, readItems } from './item-lines.ts'
import { wrapOf } from './wrap-width.ts'

/** How a text writes what can be written in several ways. */
export interface Habits {
  readonly bullet: '-' | '*' | '+'
  readonly delimiter: '.' | ')'
  /** Every number is 1. */
  readonly isAllOnes: boolean
  /** Columns from a marker to the markers nested under it; 0 when nothing shows it. */
  readonly indent: number
  /** Columns from a bullet to the further lines of its text; 0: they stand under the text. */
  readonly hang: number
  /** The column at which new text is wrapped; 0: a paragraph is one line, however long. */
  readonly wrap: number
  readonly emphasis: '*' | '_'
  readonly strong: '**' | '__'
  readonly rule: string
  readonly fence: '`' | '~'
  /** Hard breaks by a backslash, not by two blanks. */
  readonly isBackslashBreak: boolean
  /** Addresses in angle brackets, not bare. */
  readonly isAngleAddress: boolean
  /** A blank line behind headings. */
  readonly isHeadingApart: boolean
  /** Cells without blanks, and as many dashes as letters above them: `|SF|F|` over `|--|-|`. */
  readonly isTableTight?: boolean
  readonly lineEnd: string
}

export const PLAIN_HABITS: Habits = {
  bullet: '-',
  delimiter: '.',
  isAllOnes: false,
  indent: 0,
  hang: 0,
  wrap: 0,
  emphasis: '*',
  strong: '**',
  rule: '---',
  fence: '`',
  isBackslashBreak: true,
  isAngleAddress: false,
  isHeadingApart: true,
  lineEnd: '\n',
}

/** The habits that one or several texts of the same hand show, by counting; where they show none, the plain ones. */
export function habitsOf(...texts: readonly string[]): Habits {
  const body = texts.map((text) => text.replace(/^\uFEFF?---\r?\n[\s\S]*?\n---\r?\n/, '')).join('\n\n')
  const count = (pattern: RegExp): number => (body.match(pattern) ?? []).length
  const stars = count(/^[ \t]*\*[ \t]/gm)
  const dashes = count(/^[ \t]*-[ \t]/gm)
  const pluses = count(/^[ \t]*\+[ \t]/gm)
  const breaks = count(/\S\\\r?\n(?=\S)/g)
  const softer = count(/\S {2,}\r?\n(?=\S)/g)
  const items = readItems(body)
  const repeated = items.filter(({ marker, before }) => marker === before && ORDERED.test(marker)).length
  const counted = items.filter(({ marker, before }) => Number.parseInt(marker) === Number.parseInt(before) + 1).length
  return {
    bullet: dashes >= stars && dashes >= pluses ? '-' : stars >= pluses ? '*' : '+',
    delimiter: count(/^[ \t]*\d+\)[ \t]/gm) > count(/^[ \t]*\d+\.[ \t]/gm) ? ')' : '.',
    isAllOnes: repeated > counted,
    indent: most(items.map(({ deeper }) => deeper)),
    hang: hangOf(items.map(({ marker, hang }) => (ORDERED.test(marker) ? undefined : hang))),
    wrap: wrapOf(body),
    emphasis: count(/(?<!\w)_[^_\n]+_(?!\w)/g) > count(/(?<![*\w])\*[^*\n ][^*\n]*\*(?!\*)/g) ? '_' : '*',
    strong: count(/__[^_\n]+__/g) > count(/\*\*[^*\n]+\*\*/g) ? '__' : '**',
    rule: /^ {0,3}(-{3,}|\*{3,}|_{3,}|(?:[-*_] ){2,}[-*_])[ \t]*$/m.exec(body)?.[1] ?? '---',
    fence: count(/^ {0,3}~~~/gm) > count(/^ {0,3}```/gm) ? '~' : '`',
    isBackslashBreak: softer === 0 || breaks > softer,
    isAngleAddress: count(/<https?:\/\/[^\s<>]+>/g) > count(/(?<![<("[\]])https?:\/\//g),
    isHeadingApart: count(/^ {0,3}#{1,6} [^\n]*\n[ \t]*\r?\n/gm) >= count(/^ {0,3}#{1,6} [^\n]*\n[ \t]*[^\s#]/gm),
    ...(areTablesTight(body) ? { isTableTight: true } : {}),
    lineEnd: count(/\r\n/g) * 2 > count(/\n/g) ? '\r\n' : '\n',
  }
}

/** The head of a table, which a line of dashes follows. */
const TABLE_HEAD = /^[^\n]*\|[^\n]*(?=\n[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*\r?$)/gm

function areTablesTight(text: string): boolean {
  const heads = text.match(TABLE_HEAD) ?? []
  return heads.filter(isTightRow).length * 2 > heads.length
}

/** Whether a row has no blanks beside its pipes. */
export function isTightRow(row: string): boolean {
  return !/[ \t]\||\|[ \t]/.test(row.trim())
}

/** Under the text, unless more lines than not begin elsewhere. */
function hangOf(hangs: readonly (number | undefined)[]): number {
  const hang = most(hangs)
  return hang <= 2 ? 0 : hang
}

/** The number that is there most often, and 0 where there is none. */
function most(numbers: readonly (number | undefined)[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) {
    if (number !== undefined && number > 0) counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  return first?.[0] ?? 0
}
