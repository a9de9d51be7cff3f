/** How many, and where in the text. */
export interface Count {
  readonly value: number | null
  readonly from: number
  readonly to: number
}

const PLACES =
  /\b(?:in|on|via|from|the|room|chat|zoom|person|remote(?:ly)?|online|irc|call|virtual(?:ly)?|votes?|people|hands?|voters?|members?|and|total)\b|[+,;&~.*_|\s]|\([^()]*\)/gi

/** `17`, `5 in room + 3 in chat`, `12 (3 of them online)`; null where the text is no count, its value null where it is blank. */
export function countOf(text: string): Count | null {
  const from = /^[\s*_|~]*/.exec(text)![0].length
  const to = Math.max(from, text.replace(/[\s*_|.,;]*$/, '').length)
  const written = text.slice(from, to)
  if (written === '' || /^[-–—?]+$/.test(written)) return { value: null, from, to }
  if (/^\(\d+\)$/.test(written)) return { value: Number(written.slice(1, -1)), from: from + 1, to: to - 1 }
  const numbers = written.replace(/\([^()]*\)/g, '').match(/\d+/g)
  if (numbers === null || written.replace(PLACES, '').replace(/\d+/g, '') !== '') return null
  if (numbers.length > 1 && !/[+,&;]|\band\b/.test(written)) return null
  return { value: numbers.reduce((sum, number) => sum + Number(number), 0), from, to }
}
