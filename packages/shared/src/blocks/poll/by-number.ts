import type { Line } from '../reading/index.ts'
import { type Entry, optionsOf, type Tally } from './tally.ts'

const OPTION =
  /\s*(?<label>(?:(?:option|choice)\s+)?#?(?<number>\d{1,2}))\s*[:：=]\s*(?<count>\d{1,3})(?:\s+votes?)?(?:\s*[,;])?/diy
/** Who was counted too: `(with Ann by phone)`. */
const REST = /^\s*(?:\([^()]*\))?[.\s]*$/

/** `1: 4, 2: 15, 3: 2`: a count for each of the options that have been numbered before. */
export function tallyByNumber(line: Line): Tally | null {
  const entries: Entry[] = []
  let at = 0
  for (;;) {
    OPTION.lastIndex = at
    const found = OPTION.exec(line.text)
    const { label = '', number, count } = found?.groups ?? {}
    if (found === null || Number(number) !== entries.length + 1) break
    const [from, to] = found.indices!.groups!['count']!
    entries.push({ label, line, count: { value: Number(count), from, to } })
    at = OPTION.lastIndex
  }
  if (entries.length < 2 || !REST.test(line.text.slice(at))) return null
  return { form: 'line', counts: line.path, lines: [line], question: null, isKnown: false, ...optionsOf(entries) }
}
