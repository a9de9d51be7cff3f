import { isLinked, keyOf } from '../reading/index.ts'
import type { Outline } from './outline.ts'
import type { Part } from './section.ts'
import { isNotesTitle } from './title.ts'

/** The last point of a meeting. */
const IS_END = /^(?:adjourn(?:ment)?|closure|closing|close)$/

/**
 * Headings in the section of an agenda that lead through the meeting, `Adoption of the agenda`, `Discussion`, `Adjourn`, with the notes
 * below them.
 */
export function stepsIn(outline: Outline, siblings: readonly number[], level: number): readonly number[] {
  const end = siblings.findIndex((at) => outline.levelOf(at) > 0 && outline.levelOf(at) <= level)
  const headings = (end < 0 ? siblings : siblings.slice(0, end)).filter((at) => outline.levelOf(at) > 0)
  const words = headings.map((at) => outline.blocks[at]!.lines[0]!.text)
  return words.some(isNotesTitle) && IS_END.test(keyOf(words.at(-1)!)) ? headings : []
}

/** These headings as an agenda, where no list before them says what it is about; a sentence may. */
export function partsOfSteps(
  outline: Outline,
  before: readonly number[],
  headings: readonly number[],
): readonly Part[] {
  const about = before.slice(0, 1).filter((at) => {
    const { node, lines } = outline.blocks[at]!
    return node.type === 'paragraph' && !lines.some(({ pieces }) => pieces.some(isLinked))
  })
  return [
    ...about.map((index): Part => ({ kind: 'paragraph', index, list: null })),
    ...headings.map((index): Part => ({ kind: 'heading', index, level: outline.levelOf(index) })),
  ]
}
