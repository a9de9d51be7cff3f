import type { Context } from '../context.ts'
import { type Span } from '../path.ts'
import { type Line, spanIn } from '../reading/index.ts'
import { type Prefix, prefixOf } from './prefix.ts'
import type { Turn } from './speaker.ts'
import { listedLines, Voices } from './voices.ts'

/** Between two who speak there may be so many lines; a first and last name is believed from further away than a single word. */
const NEAR = { word: 8, name: 25 }

/** Who speaks where, in minutes that say so line by line. */
export function recogniseTurns(context: Context): readonly Turn[] {
  const { view, roster, claims } = context
  const isListed = listedLines(roster)
  const lines = view.lines.filter(({ cell }) => cell === null)
  const candidates = lines.flatMap((line, index) => {
    const prefix = line.node.type === 'heading' ? null : prefixOf(line)
    return prefix === null || isListed(line) ? [] : [{ line, prefix, index }]
  })
  const voices = new Voices(roster, candidates)
  const speaking = new Map<Line, Prefix>()
  const regular = candidates.filter(({ prefix }) => voices.areSpeaking(prefix, false))
  let before = -1
  for (const { line, prefix, index } of candidates) {
    while ((regular[before + 1]?.index ?? Infinity) < index) before++
    const behind = regular[before + 1]?.index === index ? regular[before + 2] : regular[before + 1]
    const near = prefix.names.every(({ text }) => text.includes(' ')) ? NEAR.name : NEAR.word
    const isNear = [regular[before], behind].every((other) => other && Math.abs(other.index - index) <= near)
    const isOpen = line.role === null && !claims.has(line) && !isTally(line, prefix)
    if (line.role === 'speaker' || (isOpen && voices.areSpeaking(prefix, isNear))) speaking.set(line, prefix)
  }

  const turns: Turn[] = []
  let goesOn: Span[] | null = null
  for (const line of lines) {
    const prefix = speaking.get(line)
    if (prefix !== undefined) {
      goesOn = []
      turns.push(...turnsOf(line, prefix, voices, goesOn))
    } else if (line.node.type === 'heading') {
      goesOn = null
    } else {
      const dots = /^\s*(?:\.\.\.|…)(?=\s*\S)/.exec(line.text)?.[0]
      if (dots !== undefined) goesOn?.push(spanIn(line, dots.search(/\S/), dots.length))
    }
  }
  return turns
}

/** `SF: 9`, `F: 9 in room + 9 in chat`: what follows is a count, and nothing that is said. */
function isTally({ text }: Line, { to }: Prefix): boolean {
  return /^[\s*_]*\d+(?:\s*(?:\+|in\b|from\b|votes?\b).*)?\s*$/.test(text.slice(to))
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
