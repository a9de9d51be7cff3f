import { readPeople } from '../people/read-people.ts'
import type { Line } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import type { Label } from './label-parts.ts'
import { readLabel } from './label.ts'

/** A label inside a line: `… take a look. **ACTION ITEM**`, `… agreed. **ACTION**: Lee to write`. */
export interface Ending {
  readonly label: Label
  /** Nothing follows it: what stands before is the action. */
  readonly isLast: boolean
}

/** Where a label could begin: with marks of its own, in brackets, or in capitals behind a sentence. */
export function findEnding(line: Line, from: number, names: Voices): Ending | null {
  const { text, pieces } = line
  const end = text.trimEnd().length
  const marked = pieces
    .filter(({ marks }) => marks.some(({ type }) => type === 'bold' || type === 'italic'))
    .map((piece) => piece.from + leading(text.slice(piece.from, piece.to)))
  const places = [...marked, ...[...text.matchAll(LOUD)].map((match) => match.index + match[0].length)]
  for (const at of places.sort((a, b) => a - b)) {
    if (at <= from) continue
    const label = readLabel(line, at, names)
    if (label === null) continue
    const isLast = label.to >= end || /^\W*$/u.test(text.slice(label.to, end))
    return { label, isLast }
  }
  return bareEnding(line, from, end, names)
}

function leading(text: string): number {
  return /^[\s(]*/.exec(text)![0].length
}

/** Behind the end of a sentence, or in brackets; `… agreed -- action item for Lee to write`. */
const LOUD =
  /(?:[.;!?)\]…]\s+|\s[–—-]+\s+)(?=ACTION\b|AI[:(]|[Aa]ction item for \S+ to \p{Ll})|\s(?=[[(]\s*(?:[Aa][Cc][Tt][Ii][Oo][Nn]\s|ACTION\b|AI\b))/gu

/** `… #action`, `… (ACTION ITEM)`, `… ACTION ITEM` behind a sentence. */
function bareEnding(line: Line, from: number, end: number, names: Voices): Ending | null {
  const found =
    /(?:\s+#action(?:item)?|\s*\(action(?: items?)?(?:\s*[-–—:]\s*(?<who>[^)]{2,40}))?\)|(?<=[.!?])\s+ACTION ITEM|\s+[-–—]+\s+ACTION ITEM)$/i.exec(
      line.text.slice(from, end),
    )
  if (found === null || (/action item$/i.test(found[0]) && !found[0].endsWith('ACTION ITEM'))) return null
  const at = from + found.index
  const { who } = found.groups ?? {}
  if (who === undefined) return { label: { from: at, word: end, to: end, owned: null, end: null }, isLast: true }
  const start = from + found.index + found[0].indexOf(who)
  const people = readPeople(line.text, start, names)
  if (people === null || people.to !== start + who.trimEnd().length) return null
  const owned = { form: 'brackets', people: people.people, from: start, to: people.to, isSure: true } as const
  return { label: { from: at, word: end, to: end, owned, end: null }, isLast: true }
}
