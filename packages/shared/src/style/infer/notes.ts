import { majority } from '../../blocks/majority.ts'
import { speakerStyle } from '../../blocks/speaker/style.ts'
import type { HouseStyle } from '../house-style.ts'
import { PLAIN } from '../plain.ts'
import { common } from './common.ts'
import { type File, lineAt } from './file.ts'
import { merged } from './merge.ts'
import { sectionsOf } from './sections.ts'
import { titleHeading } from './title-heading.ts'

/** How the notes are divided, and how they say who speaks. */
export function inferNotes(files: readonly File[]): Pick<HouseStyle, 'notes' | 'speaker'> {
  const speaking = files.filter(({ found }) => found.turns.length > 0)
  return {
    notes: {
      topicLevel: common(files, topicLevelIn) ?? PLAIN.notes.topicLevel,
      areItems: common(speaking, areItems) ?? PLAIN.notes.areItems,
    },
    speaker: merged(speaking.map(({ found }) => speakerStyle(found.turns, found.roster))) ?? PLAIN.speaker,
  }
}

function areItems(file: File): boolean | undefined {
  return majority(file.found.turns.map(({ at }) => lineAt(file, at)?.isItemStart ?? false))
}

/** The level of most headings that are not those of the sections. */
function topicLevelIn(file: File): number | undefined {
  const title = titleHeading(file)?.index
  const sections = new Set(sectionsOf(file).flatMap(({ kind, index }) => (kind === 'other' ? [] : [index])))
  const levels = file.view.blocks.flatMap(({ node, path }) => {
    const isTopic = node.type === 'heading' && path.length === 1 && path[0] !== title && !sections.has(path[0]!)
    return isTopic ? [node.attrs.level] : []
  })
  return majority(levels)
}
