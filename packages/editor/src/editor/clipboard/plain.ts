import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model'

import { markOf } from '../commands/mark.ts'
import { typeOf } from '../commands/node.ts'
import { addressBefore } from '../typing/address.ts'

/**
 * A text that is no Markdown: a blank line parts paragraphs, a newline stays a newline. Blanks around lines mean nothing in
 * a Markdown file and are left out; bare addresses are links there, so they are here.
 */
export function plainSlice(schema: Schema, text: string): Slice {
  const paragraphs = text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n\s*/)
    .map((part) => part.replaceAll(/[ \t]*\n[ \t]*/g, '\n').replaceAll(/^\n+|\n+$/g, ''))
    .filter((part) => part.trim() !== '')
  const nodes = paragraphs.map((part) => typeOf(schema, 'paragraph').create(null, linked(schema, part)))
  return Slice.maxOpen(Fragment.from(nodes))
}

/** The text with its bare addresses as links. */
function linked(schema: Schema, text: string): Node[] {
  const nodes: Node[] = []
  const link = markOf(schema, 'link')
  let done = 0
  for (const { index } of text.matchAll(/\S(?=\s|$)/g)) {
    const address = addressBefore(text.slice(0, index + 1))
    if (!address || address.from < done) continue
    if (address.from > done) nodes.push(schema.text(text.slice(done, address.from)))
    const attrs = { href: address.href, title: null, reference: null }
    nodes.push(schema.text(text.slice(address.from, address.to), [link.create(attrs)]))
    done = address.to
  }
  return done < text.length ? [...nodes, schema.text(text.slice(done))] : nodes
}
