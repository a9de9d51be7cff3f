/** Words as one line: without line ends, doubled blanks, and blanks at their edges. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
