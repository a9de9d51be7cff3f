import { majority } from '../../blocks/majority.ts'
import type { BlockJson } from '../../document/node.ts'
import { isMatter } from '../../document/normal.ts'
import { commonForm, dateIn } from '../dates.ts'
import type { HouseStyle, Pattern } from '../house-style.ts'
import { type File, sourceOf } from './file.ts'
import { sectionsOf } from './sections.ts'
import { titleHeading } from './title-heading.ts'
import { placeDate } from './title-parts.ts'

/** What stands around the sections in every file: over the title, below it, and at the end. */
export function inferFrame(files: readonly File[]): Pick<HouseStyle, 'above' | 'opening' | 'footer'> {
  return {
    above: shared(
      files.map((file) => blocksAbove(file)),
      isPicture,
    ),
    opening: shared(
      files.map((file) => blocksBelow(file)),
      isDated,
    ),
    footer: shared(
      files.map((file) => [file.document.content.at(-1)].flatMap((block) => block ?? [])),
      isCopyright,
    ),
  }
}

function blocksAbove(file: File): readonly BlockJson[] {
  return file.document.content.slice(0, titleHeading(file)?.index ?? 0).filter((block) => !isMatter(block))
}

function blocksBelow(file: File): readonly BlockJson[] {
  const title = titleHeading(file)?.index
  if (title === undefined) return []
  const first = sectionsOf(file).find(({ index }) => index > title)?.index
  return first === undefined ? [] : file.document.content.slice(title + 1, first)
}

/** The blocks that most of several files have word for word, dates aside; of a single file only what cannot but be of the style. */
function shared(blocks: readonly (readonly BlockJson[])[], isSureAlone: (pattern: Pattern) => boolean): Pattern {
  const texts = blocks.map((each) => each.map((block) => sourceOf(block)))
  const form = commonForm(texts.flat().flatMap((text) => dateIn(text) ?? []))
  const patterns = texts.map((each) => each.map((text) => withYear(placeDate(text, form))))
  const all = [...new Set(patterns.flat())]
  const kept = all.filter((pattern) => {
    const count = patterns.filter((each) => each.includes(pattern)).length
    return patterns.length > 1 ? count * 2 > patterns.length : isSureAlone(pattern)
  })
  const order = majority(patterns.map((each) => each.filter((pattern) => kept.includes(pattern)))) ?? []
  return order.join('\n\n')
}

function withYear(text: string): Pattern {
  return text.replace(/(?<![\w/-])(?:19|20)\d\d(?![\w/-])/, '{yyyy}')
}

function isPicture(pattern: Pattern): boolean {
  return /^!\[[^\]]*\]\([^)]*\)$/.test(pattern)
}

function isDated(pattern: Pattern): boolean {
  return /\{(?:yyyy|mm|month|mon|datetime)\}/.test(pattern) && pattern.split(/\s+/).length <= 8
}

function isCopyright(pattern: Pattern): boolean {
  return /copyright|©|licen[cs]e/i.test(pattern) && pattern.length < 200
}
