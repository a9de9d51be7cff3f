import type { BlockJson } from '@plenary/shared/document'
import type { Node, Slice } from '@tiptap/pm/model'

import type { Lens } from './lens.ts'

/**
 * What a selection is as plain text: Markdown, so that it pastes with its formats into whatever reads that. Words within
 * one line that have no format are given as they stand, without the escapes that a file would need.
 */
export function textOf(slice: Slice, lens: Lens | undefined): string {
  if (!lens || isPlain(slice)) return plainOf(slice)
  const blocks = slice.content.content.filter((node) => !isEmptyParagraph(node))
  const content = blocks.map((node) => node.toJSON() as BlockJson)
  return content.length > 0 ? lens.print({ type: 'doc', content }).text.replace(/\n+$/, '') : ''
}

const isEmptyParagraph = (node: Node): boolean => node.type.name === 'paragraph' && node.content.size === 0

/** Part of one text block without marks or pictures; or inline content only. */
function isPlain({ content, openStart }: Slice): boolean {
  const [first] = content.content
  if (!first || content.childCount > 1) return !first
  if (first.isText) return true
  let block: Node | null = first
  while (block && !block.isTextblock) block = block.childCount === 1 ? block.firstChild : null
  if (!block || (openStart === 0 && block.type.name !== 'paragraph')) return false
  if (block.type.spec.code) return openStart > 0
  return openStart > 0 && block.content.content.every((node) => node.isText && node.marks.length === 0)
}

function plainOf(slice: Slice): string {
  return slice.content.textBetween(0, slice.content.size, '\n\n', (leaf) =>
    leaf.type.name === 'hardBreak' ? '\n' : '',
  )
}
