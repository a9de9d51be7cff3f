import type { BlockJson, BlockquoteJson } from '../document/node.ts'
import { writeCode, writeRaw } from './write-lines.ts'
import { writeList } from './write-list.ts'
import { writeTable } from './write-table.ts'
import { writeHeading, writeParagraph } from './write-text.ts'
import type { Place, Writing } from './writing.ts'

/** One block as a patch of the old one, or anew when there is none, or when it is of another kind or no longer trusted. */
export function writeBlock(oldNode: BlockJson | undefined, node: BlockJson, place: Place, writing: Writing): string {
  const old = writing.trustIn(node) === 'patch' ? oldNode : undefined
  switch (node.type) {
    case 'paragraph':
      return writeParagraph(old, node, place, writing)
    case 'heading':
      return writeHeading(old, node, place, writing)
    case 'blockquote':
      return writeQuote(old?.type === 'blockquote' ? old : undefined, node, place, writing)
    case 'bulletList':
    case 'orderedList':
      return writeList(
        old?.type === 'bulletList' || old?.type === 'orderedList' ? old : undefined,
        node,
        place,
        writing,
      )
    case 'codeBlock':
      return writeCode(old?.type === 'codeBlock' ? old : undefined, node, place, writing)
    case 'rawBlock':
      return writeRaw(old?.type === 'rawBlock' ? old : undefined, node, place, writing)
    case 'table':
      return writeTable(old?.type === 'table' ? old : undefined, node, place, writing)
    case 'horizontalRule':
      return writeRule(place, writing)
  }
}

function writeQuote(old: BlockquoteJson | undefined, node: BlockquoteJson, place: Place, writing: Writing): string {
  const { source } = writing.base
  const prefix = `${place.prefix}> `
  const inner: Place = {
    ...place,
    prefix,
    listPrefix: prefix,
    textPrefix: prefix,
    isTight: false,
    avoid: new Set(),
    frame: 'paragraph',
  }
  const before = (old?.content ?? []).filter((child) => source.spanOf(child) !== undefined)
  const span = old && source.spanOf(old)
  const first = before[0] && source.spanOf(before[0])
  const last = before.at(-1) && source.spanOf(before.at(-1)!)
  const isEmpty =
    node.content.length === 1 && node.content[0]!.type === 'paragraph' && node.content[0]!.content === undefined
  if (isEmpty) return '>'
  if (!span || !first || !last) return `> ${writing.blocks([], node.content, inner)}`
  return (
    source.slice(span.from, first.from) + writing.blocks(before, node.content, inner) + source.slice(last.to, span.to)
  )
}

/** A rule that neither front matter nor a list marker nor a heading's underline could be made of. */
function writeRule({ avoid }: Place, { base: { habits } }: Writing): string {
  const char = habits.rule[0]!
  if (!avoid.has(char) && !(char === '-' && avoid.has('---'))) return habits.rule
  return avoid.has('*') ? '___' : '***'
}
