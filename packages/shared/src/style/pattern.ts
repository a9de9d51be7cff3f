/** What a pattern's places are filled with; undefined and empty leave the place out. */
export type Values = Readonly<Record<string, string | undefined>>

const PLACE = /\{([a-z]+)\}/g
/** Places that nothing fills, with what holds them together: `{dd}/{mm}/{yyyy}`, `{minutes} minutes, {presenter}`. */
const GAP = '\0'

/**
 * The pattern with its places filled. A place without a value goes with the brackets around it, or with the separator before it, so
 * that `{name} ({affiliation})` is just the name of somebody who works for nobody.
 */
export function fill(pattern: string, values: Values): string {
  const filled = pattern.replace(PLACE, (_, name: string) => (Object.hasOwn(values, name) && values[name]) || GAP)
  return filled.includes(GAP) ? withoutGaps(filled) : filled
}

/** The places that a pattern has, in their order. */
export function placesIn(pattern: string): readonly string[] {
  return [...pattern.matchAll(PLACE)].map((match) => match[1]!)
}

function withoutGaps(text: string): string {
  return (
    text
      // Gaps that only separators hold apart are one.
      .replace(/\0(?:[\s,./-]{0,3}\0)+/g, GAP)
      // Brackets around a gap and words that only say what it is: `(due …)`, `[… min]`.
      .replace(/([ \t]*)\(([^()]*\0[^()]*)\)/g, (_, blank: string, inner: string) => bracketed(blank, '(', inner, ')'))
      .replace(/([ \t]*)\[([^[\]]*\0[^[\]]*)\](?!\()/g, (_, blank: string, inner: string) =>
        bracketed(blank, '[', inner, ']'),
      )
      // At the start the separator behind it, elsewhere the one before it.
      .replace(/(^|\n)([ \t]*)@?\0[:,]?[ \t]*/g, '$1$2')
      .replace(/[ \t]*[,|@:–—-]?[ \t]*@?\0/g, '')
  )
}

/** What is left of brackets: `(10 minutes, …)` is `(10 minutes)`. */
function bracketed(blank: string, open: string, inner: string, close: string): string {
  const kept = inner.split(/,[ \t]*/).filter((part) => !part.includes(GAP))
  return kept.length === 0 ? '' : `${blank}${open}${kept.join(', ')}${close}`
}
