import { type DocJson, identityOf } from '@plenary/shared/document'
import { Fragment, Slice, type Node, type ResolvedPos, type Schema } from '@tiptap/pm/model'

/** Minutes as a slice that joins the paragraph it is pasted into; null if this schema cannot hold them. */
export function sliceOf(schema: Schema, minutes: DocJson): Slice {
  return Slice.maxOpen(schema.nodeFromJSON(minutes).content)
}

/** What a table cell can take of a slice: its text with its formats, blocks parted by blanks. */
export function inlineOf(slice: Slice, schema: Schema): Slice {
  const nodes: Node[] = []
  slice.content.descendants((node) => {
    if (!node.isTextblock) return !node.isInline
    if (nodes.length > 0) nodes.push(schema.text(' '))
    node.forEach((child) => nodes.push(oneLine(child, schema)))
    return false
  })
  // A slice of text alone has no text block around it.
  if (nodes.length === 0) slice.content.forEach((node) => node.isInline && nodes.push(oneLine(node, schema)))
  return new Slice(Fragment.from(nodes), 0, 0)
}

/** On an empty line, a block with an identity takes the place of that line; elsewhere its text goes into the text that is there. */
export function closedOnEmptyLine(slice: Slice, { parent }: ResolvedPos): Slice {
  let depth = 0
  let block = slice.content.firstChild
  for (; block && !block.isTextblock && depth < slice.openStart; depth++) block = block.firstChild
  const isOpen = block?.isTextblock === true && depth < slice.openStart
  const isEmptyLine = parent.type.name === 'paragraph' && parent.content.size === 0
  if (!isOpen || !isEmptyLine || Object.keys(identityOf(block?.attrs)).length === 0) return slice
  const isAlone = slice.content.size - block!.nodeSize === 2 * depth
  return new Slice(slice.content, depth, isAlone ? Math.min(depth, slice.openEnd) : slice.openEnd)
}

function oneLine(node: Node, schema: Schema): Node {
  if (node.type.name === 'hardBreak') return schema.text(' ')
  return node.isText ? schema.text((node.text ?? '').replaceAll(/\s*\n\s*/g, ' '), node.marks) : node
}

/** Marks stand on text only: the binding carries none on images and line breaks. */
export function withoutMarksOnLeaves(slice: Slice): Slice {
  const clean = (fragment: Fragment): Fragment => {
    const nodes: Node[] = []
    fragment.forEach((node) => {
      const copy = node.isText ? node : node.copy(clean(node.content))
      nodes.push(node.isInline && !node.isText ? copy.mark([]) : copy)
    })
    return Fragment.from(nodes)
  }
  return new Slice(clean(slice.content), slice.openStart, slice.openEnd)
}
