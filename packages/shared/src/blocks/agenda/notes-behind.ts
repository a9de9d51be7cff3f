import { keyOf, type Line } from '../reading/index.ts'
import type { Outline } from './outline.ts'
import type { Part } from './section.ts'
import { isPlannedAlone } from './topic.ts'

/** An agenda of so many items is complete; headings below it are of the notes. */
const COMPLETE = 3

/**
 * The parts of an agenda without the notes behind it: headings behind its lists belong to them if one of them says again what an
 * item says, or if the agenda is complete and little below them looks planned.
 */
export function withoutNotes(parts: readonly Part[], outline: Outline): readonly Part[] {
  const first = parts.findIndex(({ kind }) => kind === 'heading')
  const items = itemsOf(parts.slice(0, Math.max(0, first)), outline).map(({ text }) => keyOf(text))
  if (items.length === 0) return parts
  const below = itemsOf(parts.slice(first), outline)
  const planned = below.filter((line) => isPlannedAlone(line.text))
  const isAgain = headingsOf(parts.slice(first), outline).some((text) =>
    keysOf(text).some((key) => key.length > 3 && items.some((item) => isLike(item, key))),
  )
  const areNotes = isAgain || (items.length >= COMPLETE && planned.length * 2 < below.length)
  return areNotes ? parts.slice(0, first) : parts
}

/** The headings among parts, with the one at which they end, if it stands beside them. */
function headingsOf(parts: readonly Part[], outline: Outline): readonly string[] {
  const headings = parts.flatMap(({ kind, index }) => (kind === 'heading' ? index : []))
  const behind = [...outline.behind(parts.at(-1)!.index)]
  const next = behind.find((at) => outline.blocks[at]!.node.type === 'heading')
  const isBeside = next !== undefined && outline.levelOf(next) === outline.levelOf(headings[0]!)
  return [...headings, ...(isBeside ? [next] : [])].map((index) => outline.blocks[index]!.lines[0]!.text)
}

function itemsOf(parts: readonly Part[], outline: Outline): readonly Line[] {
  return parts.flatMap(({ kind, index }) => (kind === 'list' ? outline.firstLines(index) : []))
}

/** The words of a heading, and those behind `Discussion:`. */
function keysOf(text: string): readonly string[] {
  const topic = /^[^:：]{1,30}[:：]\s*(\S.*)$/s.exec(text)?.[1]
  return [keyOf(text), ...(topic === undefined ? [] : [keyOf(topic)])]
}

/** The same words, or one of them with more behind it. */
export function isLike(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) >= 8 && (a.startsWith(b) || b.startsWith(a)))
}
