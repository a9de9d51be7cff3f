/**
 * Where a text ends without these letters at its end. A pattern such as `/ +$/` would look at every blank of a long run within the
 * text, and from each of them at the rest of the run.
 */
export function endWithout(text: string, letters: string): number {
  let end = text.length
  while (end > 0 && letters.includes(text[end - 1]!)) end--
  return end
}

/** The text without these letters at both ends. */
export function trimmedOf(text: string, letters: string): string {
  const end = endWithout(text, letters)
  let begin = 0
  while (begin < end && letters.includes(text[begin]!)) begin++
  return text.slice(begin, end)
}
