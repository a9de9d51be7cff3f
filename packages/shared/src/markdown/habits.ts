/** How a text writes what can be written in several ways. */
export interface Habits {
  readonly bullet: '-' | '*' | '+'
  readonly delimiter: '.' | ')'
  /** Every number is 1. */
  readonly isAllOnes: boolean
  /** Columns from a marker to the markers nested under it; 0 when nothing shows it. */
  readonly indent: number
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
  readonly lineEnd: string
}

export const PLAIN_HABITS: Habits = {
  bullet: '-',
  delimiter: '.',
  isAllOnes: false,
  indent: 0,
  emphasis: '*',
  strong: '**',
  rule: '---',
  fence: '`',
  isBackslashBreak: true,
  isAngleAddress: false,
  isHeadingApart: true,
  lineEnd: '\n',
}

/** The habits that a text shows, by counting; where it shows none, the plain ones. */
export function habitsOf(text: string): Habits {
  const body = text.replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '')
  const count = (pattern: RegExp): number => (body.match(pattern) ?? []).length
  const stars = count(/^[ \t]*\*[ \t]/gm)
  const dashes = count(/^[ \t]*-[ \t]/gm)
  const pluses = count(/^[ \t]*\+[ \t]/gm)
  const breaks = count(/\S\\\r?\n(?=\S)/g)
  const softer = count(/\S {2,}\r?\n(?=\S)/g)
  const ones = count(/^[ \t]*1[.)][ \t]/gm)
  return {
    bullet: dashes >= stars && dashes >= pluses ? '-' : stars >= pluses ? '*' : '+',
    delimiter: count(/^[ \t]*\d+\)[ \t]/gm) > count(/^[ \t]*\d+\.[ \t]/gm) ? ')' : '.',
    isAllOnes: ones > 1 && count(/^[ \t]*2[.)][ \t]/gm) === 0,
    indent: indentOf(body),
    emphasis: count(/(?<!\w)_[^_\n]+_(?!\w)/g) > count(/(?<![*\w])\*[^*\n ][^*\n]*\*(?!\*)/g) ? '_' : '*',
    strong: count(/__[^_\n]+__/g) > count(/\*\*[^*\n]+\*\*/g) ? '__' : '**',
    rule: /^ {0,3}(-{3,}|\*{3,}|_{3,}|(?:[-*_] ){2,}[-*_])[ \t]*$/m.exec(body)?.[1] ?? '---',
    fence: count(/^ {0,3}~~~/gm) > count(/^ {0,3}```/gm) ? '~' : '`',
    isBackslashBreak: softer === 0 || breaks > softer,
    isAngleAddress: count(/<https?:\/\/[^\s<>]+>/g) > count(/(?<![<("[\]])https?:\/\//g),
    isHeadingApart: count(/^ {0,3}#{1,6} [^\n]*\n[ \t]*\r?\n/gm) >= count(/^ {0,3}#{1,6} [^\n]*\n[ \t]*[^\s#]/gm),
    lineEnd: count(/\r\n/g) * 2 > count(/\n/g) ? '\r\n' : '\n',
  }
}

/** The indent by which most lists are nested. */
function indentOf(body: string): number {
  const counts = new Map<number, number>()
  let before: number | undefined
  for (const [, lead = ''] of body.matchAll(/^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+\S/gm)) {
    const width = lead.replaceAll('\t', '    ').length
    const deeper = before === undefined ? 0 : width - before
    if (deeper > 0) counts.set(deeper, (counts.get(deeper) ?? 0) + 1)
    before = width
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? 0
}
