import { keyOf } from '../../blocks/reading/index.ts'
import type { File } from './file.ts'
import { kindOfWords } from './section-words.ts'

/** The heading that names the meeting: the first, unless it already is that of a section. */
export function titleHeading({ view }: File): { text: string; level: number; index: number } | undefined {
  const block = view.blocks.find(({ node, path }) => node.type === 'heading' && path.length === 1)
  if (block?.node.type !== 'heading') return undefined
  const text = block.lines[0]?.text.trim() ?? ''
  const { level } = block.node.attrs
  const isOneOfMany = view.blocks.some(
    ({ node, path }) =>
      node !== block.node && node.type === 'heading' && path.length === 1 && node.attrs.level <= level,
  )
  const isSection = kindOfWords(keyOf(text)) !== undefined && (level > 1 || isOneOfMany)
  if (text === '' || isSection) return undefined
  return { text, level, index: block.path[0]! }
}
