import type { Claims, Context } from '../context.ts'
import type { Span } from '../path.ts'
import { type Line, spanIn } from '../reading/index.ts'
import type { Prefix } from './prefix.ts'
import type { Turn } from './speaker.ts'
import { type Speaking, speakingIn, type Voices } from './voices.ts'

/** Between two who speak there may be so many lines; a first and last name is believed from further away than a single word. */
const NEAR = { word: 8, name: 25 }

/** Who speaks where, in minutes that say so line by line. */
export function recogniseTurns({ view, roster, claims }: Context): readonly Turn[] {
  const speaking = speakingIn(view, roster)
  const spoken = spokenLines(speaking, claims)
  const turns: Turn[] = []
  let goesOn: Span[] | null = null
  for (const line of speaking.lines) {
    const prefix = spoken.get(line)
    if (prefix !== undefined) {
      goesOn = []
      turns.push(...turnsOf(line, prefix, speaking.voices, goesOn))
    } else if (line.node.type === 'heading') {
      goesOn = null
    } else {
      const dots = /^\s*(?:\.\.\.|…)(?=\s*\S)/.exec(line.text)?.[0]
      if (dots !== undefined) goesOn?.push(spanIn(line, dots.search(/\S/), dots.length))
    }
  }
  return turns
}

function spokenLines({ voices, candidates }: Speaking, claims: Claims): ReadonlyMap<Line, Prefix> {
  const spoken = new Map<Line, Prefix>()
  const regular = candidates.filter(({ prefix }) => voices.areSpeaking(prefix, false))
  let before = -1
  for (const { line, prefix, index } of candidates) {
    while ((regular[before + 1]?.index ?? Infinity) < index) before++
    const behind = regular[before + 1]?.index === index ? regular[before + 2] : regular[before + 1]
    const near = prefix.names.every(({ text }) => text.includes(' ')) ? NEAR.name : NEAR.word
    const isNear = [regular[before], behind].every((other) => other && Math.abs(other.index - index) <= near)
    const isSaid = line.role === 'speaker'
    if (isSaid || (isOpen(line, prefix, claims) && voices.areSpeaking(prefix, isNear))) spoken.set(line, prefix)
  }
  return spoken
}

/** Whether a line may be a turn: it is nothing else, or what else it is stands in what is said (`Ann: I look. **ACTION ITEM**`). */
function isOpen(line: Line, prefix: Prefix, claims: Claims): boolean {
  const said = line.text.slice(prefix.to)
  if (line.role !== null || isTally(said)) return false
  return (
    !claims.has(line) || /\b(?:ACTIONS?|AI|TODO|RESOLVED|RESOLUTION|DECISION|AGREED)\b|\b[Aa]ction [Ii]tem\b/.test(said)
  )
}

const COUNT = String.raw`\d+(?:\s+(?:votes?|in (?:the )?(?:room|chat|call|person|zoom)|online|remote))?`
const TALLY = new RegExp(String.raw`^[\s*_]*${COUNT}(?:\s*\+\s*${COUNT})*\s*$`)

/** `SF: 9`, `F: 9 in room + 9 in chat`: a count, and nothing that is said. */
function isTally(said: string): boolean {
  return TALLY.test(said)
}

function turnsOf(line: Line, { names, from, to, style }: Prefix, voices: Voices, goesOn: readonly Span[]): Turn[] {
  return names.map((name, index) => {
    const isFirst = index === 0
    const isLast = index === names.length - 1
    return {
      kind: 'turn',
      written: name.text,
      who: voices.who(name.text),
      at: spanIn(line, isFirst ? from : name.from, isLast ? to : name.to),
      style,
      goesOn: isLast ? goesOn : [],
    }
  })
}
