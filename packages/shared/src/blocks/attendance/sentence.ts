import { passageOf } from '../people/passage.ts'
import { readSeries } from '../people/people.ts'
import { type Block, type Line, spanIn } from '../reading/index.ts'
import type { Attendance, Presence } from './attendance.ts'
import { attendanceOf, carrierOf, isConvincing } from './found.ts'

const BEHIND: readonly (readonly [Presence, RegExp])[] = [
  [
    'regrets',
    /^(?<who>.{5,}?),?\s+(?:(?:have |has )?(?:sent|send|sends) (?:their |his |her )?(?:regrets|apologies)|(?:could|can) ?not (?:attend|join|make it)|(?:was|were) (?:excused|unable to (?:attend|join)))\.?$/u,
  ],
  ['absent', /^(?<who>.{5,}?),?\s+(?:was|were) (?:absent|not (?:present|in attendance))\.?$/u],
  [
    'present',
    /^(?<who>.{5,}?),?\s+(?:(?:was|were) (?:all )?(?:present|in attendance)|attended(?: (?:the|this) (?:meeting|call))?)\.?$/u,
  ],
]

/** The end of a sentence, and not of initials. */
const NEXT = /(?<=\p{Ll}{2}\.)\s+(?=\p{Lu})/gu

/** `Ann Bell, Bob Cole (Acme) and Cem Dag attended. Dan Eck and Eva Fox sent regrets.` */
export function readSentences(block: Block, line: Line): readonly Attendance[] {
  if (block.item !== null || line.text.length > 600) return []
  const ends = Array.from(line.text.matchAll(NEXT), ({ 0: blanks, index }) => [index, index + blanks.length] as const)
  return [...ends, [line.text.length, 0] as const].flatMap(([to], at) => {
    const from = ends[at - 1]?.[1] ?? 0
    return readSentence(block, line, from, line.text.slice(from, to)) ?? []
  })
}

function readSentence(block: Block, line: Line, from: number, sentence: string): Attendance | null {
  for (const [state, words] of BEHIND) {
    const who = words.exec(sentence.trimEnd())?.groups?.['who']
    if (who === undefined) continue
    const people = readSeries({ ...passageOf([line], from), text: who }, state)
    if (people.others > 0 || !isConvincing(people, 'loose', false)) return null
    return attendanceOf(carrierOf(block, line.row), 'commas', state, people, spanIn(line, from, from + who.length))
  }
  return null
}
