import type { Turn } from '../../blocks/speaker/speaker.ts'
import type { NotesStyle } from '../house-style.ts'
import { type File, lineAt } from './file.ts'
import { common, majority } from './majority.ts'
import { patternOf } from './pattern-of.ts'
import { sectionsOf } from './sections.ts'
import { titleHeading } from './title-heading.ts'

/** How the notes are divided, and how they say who speaks. */
export function inferNotes(files: readonly File[]): Partial<NotesStyle> {
  const turns = common(files, (file) => majority(file.found.turns.flatMap((turn) => turnIn(file, turn) ?? [])))
  const topicLevel = common(files, topicLevelIn)
  return { ...turns, ...(topicLevel === undefined ? {} : { topicLevel }) }
}

function turnIn(file: File, { at, written, who }: Turn): Pick<NotesStyle, 'turn' | 'isItem'> | undefined {
  const line = lineAt(file, at)
  if (line === undefined) return undefined
  const from = line.text.indexOf(written, at.from - line.from)
  const end = line.from + line.text.length
  if (from < 0 || at.to >= end) return undefined
  const name = { ...at, from: line.from + from, to: line.from + from + written.length }
  const blank = /^\s*/.exec(line.text.slice(at.to - line.from))![0].length
  const turn = patternOf(line, [
    { at: name, place: placeOf(written, who.state === 'one' ? who.name : undefined) },
    { at: { ...at, from: at.to + blank, to: end }, place: 'text' },
  ])
  return { turn, isItem: line.isItemStart }
}

/** How a person is called in front of what they say: in full, by the first name, or by initials. */
export function placeOf(written: string, name: string | undefined): 'name' | 'first' | 'initials' | 'handle' {
  if (written.startsWith('@')) return 'handle'
  if (written === name || /\S\s+\S/.test(written)) return 'name'
  return /^\p{Lu}[\p{Lu}\p{Ll}]?\p{Lu}{1,2}$/u.test(written) ? 'initials' : 'first'
}

/** The level of most headings that are not those of the sections; 0 where there are none but lists of topics with notes in them. */
function topicLevelIn(file: File): number | undefined {
  const title = titleHeading(file)?.index
  const sections = new Set(sectionsOf(file).flatMap(({ kind, index }) => (kind === 'other' ? [] : [index])))
  const levels = file.view.blocks.flatMap(({ node, path }) => {
    const isTopic = node.type === 'heading' && path.length === 1 && path[0] !== title && !sections.has(path[0]!)
    return isTopic ? [node.attrs.level] : []
  })
  return majority(levels)
}
