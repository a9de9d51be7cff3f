/** Words as one line: without line ends, doubled blanks, and blanks at their edges. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The beginning of words as one line, with `…` where they go on; no letter is cut in two. */
export function excerptOf(text: string, longest: number): string {
  const line = oneLine(text)
  const letters = Array.from(line)
  return letters.length > longest ? `${letters.slice(0, longest).join('').trimEnd()}…` : line
}
