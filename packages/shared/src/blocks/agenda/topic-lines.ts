import type { Line } from '../reading/index.ts'

/** A longer line is prose. */
const LONGEST = 140
/** Where people wrap prose; longer lines were not wrapped at all. */
const WRAP = 72
const UNWRAPPED = 100

/** Whether lines of a paragraph look like a topic each, and not like prose that was wrapped. */
export function areLinesOfTopics(lines: readonly Line[]): boolean {
  if (lines.length < 2) return false
  const isTopic = ({ text }: Line): boolean =>
    /[\p{L}\p{N}]/u.test(text) &&
    text.length <= LONGEST &&
    !/[.!,;]\s*$/.test(text) &&
    !/^\s*<?https?:\/\/\S+$/.test(text)
  if (!lines.every(isTopic) || goesOn(lines)) return false
  if (lines.some(({ text }) => text.length > UNWRAPPED)) return true
  return lines.slice(1).every((line, at) => {
    const word = /^\s*\S*/.exec(line.text)![0].length
    return lines[at]!.text.length + 1 + word < WRAP
  })
}

/** A sentence that goes on in the next line does so in small letters. */
function goesOn([first, ...rest]: readonly Line[]): boolean {
  const isSmall = (line: Line): boolean => /^\s*\p{Ll}/u.test(line.text)
  return first !== undefined && !isSmall(first) && rest.some(isSmall)
}
