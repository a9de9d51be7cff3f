import type { Line } from '../reading/index.ts'
import type { DoneForm } from './action.ts'

/** What a line says of its being done, by its place in the line. */
export interface Done {
  readonly form: DoneForm
  readonly isDone: boolean
  readonly from: number
  readonly to: number
}

/** `[ ] text` and `[] text` where Markdown sees no check box. */
export function readTypedBox(line: Line): Done | null {
  const box = /^\s*(?:[-*+]\s*)?(?<box>\[(?<mark>[ xX\u00a0]?)\])\s+(?=\S)/.exec(line.text)
  if (box?.groups === undefined) return null
  const from = box[0].indexOf('[')
  return { form: 'typed-box', isDone: /x/i.test(box.groups['mark']!), from, to: box[0].length }
}

const WORD = String.raw`(?:[[(]\s*(?:done|completed|closed)!?\s*[\])]|\bDONE\b|✅|✔️?|☑️?|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):)`
const BEFORE = new RegExp(String.raw`^(?:${WORD})(?:\s*[:：–—-])?\s*`, 'iu')
const BEHIND = new RegExp(String.raw`(?:\s*[–—:-])?\s*(?:${WORD})\s*[.]?$`, 'iu')

/** `write it. Completed: https://…`: where it can be seen. */
const SHOWN = /(?:(?<=[.!?;])|\s[–—-])\s+(?:completed|done|fixed|closed)\s*[:：–—-]\s*(?:<?https?:\/\/\S+|\S*#\d+)\s*$/i

/** What stands before the whole line, its label included: `✅ ACTION: …`. */
export function readDoneBefore(line: Line, to: number): Done | null {
  const word = new RegExp(WORD, 'iu').exec(line.text.slice(0, to))
  return word === null ? null : { form: 'word', isDone: true, from: word.index, to: word.index + word[0].length }
}

/** `[DONE] …`, `… (done)`, `✅ …`, or a text that is struck through. */
export function readDone(line: Line, from: number, to: number): Done | null {
  const text = line.text.slice(from, to)
  for (const pattern of [BEFORE, BEHIND]) {
    const word = pattern.exec(text)
    // In lower case only brackets, or a dash before the end, make it more than a word of the text.
    const isApart = pattern === BEHIND && word !== null && /^\s+[–—-]+\s+done\.?$/.test(word[0])
    if (word === null || (!isApart && /(?:^|[^[(])\bdone\b/.test(word[0].replace(/DONE/g, '')))) continue
    return { form: 'word', isDone: true, from: from + word.index, to: from + word.index + word[0].length }
  }
  const shown = SHOWN.exec(text)
  if (shown !== null) return { form: 'word', isDone: true, from: from + shown.index, to }
  return isStruck(line, from, to) ? { form: 'strike', isDone: true, from, to } : null
}

function isStruck({ pieces, text }: Line, from: number, to: number): boolean {
  const parts = pieces.filter((piece) => piece.from < to && piece.to > from)
  const words = parts.filter((piece) =>
    /[\p{L}\p{N}]/u.test(text.slice(Math.max(piece.from, from), Math.min(piece.to, to))),
  )
  return words.length > 0 && words.every(({ marks }) => marks.some(({ type }) => type === 'strike'))
}
