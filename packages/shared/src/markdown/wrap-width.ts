/** Columns between which a line was broken: at `from` it still fitted, at `to` the next word would have fitted too. */
interface Break {
  readonly from: number
  readonly to: number
}

const BLOCK_START = /^[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|>|\||`{3}|~{3}|<|\[[^\]]+\]:|[-*_=]{3,}[ \t]*$)/
const NO_TEXT = /^[ \t]*(?:#{1,6}[ \t]|>|\||<|\[[^\]]+\]:|[-*_=]{3,}[ \t]*$)/
const FEWEST = 4
const MOST_FIT = 0.85

/**
 * The column at which a text's paragraphs are wrapped, or 0 where they are not: nearly every line that goes on in the next one
 * must have been broken just where that width asks for it. Lines that people broke for sense show no width.
 */
export function wrapOf(text: string): number {
  const { breaks, overlong } = linesIn(text)
  if (breaks.length < FEWEST) return 0
  const fits = (width: number): number => {
    const right = breaks.filter(({ from, to }) => from <= width && width < to).length
    const wrong = overlong.filter(({ from, to }) => from > width && to <= width).length
    return right / (breaks.length + wrong)
  }
  const widths = Array.from({ length: 81 }, (_, index) => 60 + index)
  const best = Math.max(...widths.map(fits))
  if (best < MOST_FIT) return 0
  // Of the widths that explain the breaks alike, people chose a round one.
  const alike = widths.filter((width) => fits(width) > best - 0.03)
  return alike.find((width) => width % 10 === 0) ?? alike[0]!
}

/** Where text goes on in the next line; and the last lines of paragraphs, as `from` their width `to` where they could break. */
function linesIn(text: string): { breaks: readonly Break[]; overlong: readonly Break[] } {
  const breaks: Break[] = []
  const overlong: Break[] = []
  const lines = text.split(/\r?\n/)
  let isInFence = false
  lines.forEach((line, index) => {
    if (/^[ \t]*(?:`{3}|~{3})/.test(line)) isInFence = !isInFence
    else if (isInFence || line.trim() === '' || NO_TEXT.test(line)) return
    const from = Array.from(line.trimEnd()).length
    const next = lines[index + 1] ?? ''
    const goesOn = next.trim() !== '' && !BLOCK_START.test(next) && !/(?: {2}|\\)$/.test(line)
    const [word = ''] = /\S+/.exec(next) ?? []
    if (goesOn) breaks.push({ from, to: from + 1 + Array.from(word).length })
    else overlong.push({ from, to: line.trimEnd().lastIndexOf(' ') })
  })
  return { breaks, overlong }
}
