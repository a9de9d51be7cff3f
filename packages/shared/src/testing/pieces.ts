import type { Mark, Node, NodeType, Schema } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'

import { NASTY } from './nasty.ts'
import { at, pick } from './places.ts'
import type { Random } from './random.ts'

/** What `edits.ts` puts into a document. */

/** Puts text in place of a range, with the marks that typing there would have. */
export function type(tr: Transform, text: string, from: number, to: number = from): void {
  const marks = tr.doc.resolve(from).marks()
  tr.replaceWith(from, to, tr.doc.type.schema.text(text, marks))
}

export function newItemLike(item: Node, paragraph: Node): Node {
  return item.type.create({ checked: item.attrs['checked'] === null ? null : false }, paragraph)
}

export function pickMark(schema: Schema, random: Random): Mark {
  const name = random.pick(['bold', 'italic', 'strike', 'code', 'link'])
  return schema.mark(name, name === 'link' ? { href: random.pick(['https://example.org', 'a (b)']) } : null)
}

export function nodesOf(schema: Schema): (name: string) => NodeType {
  return (name) => {
    const type = schema.nodes[name]
    if (type === undefined) throw new Error(`the schema has no ${name}`)
    return type
  }
}

export function insertInline(tr: Transform, random: Random, create: (schema: Schema) => Node): boolean {
  const block = pick(tr, random, (node) => node.isTextblock && node.inlineContent && node.type.spec.code !== true)
  if (block === undefined) return false
  tr.insert(at(block, random), create(tr.doc.type.schema))
  return true
}

export function paragraphOf(schema: Schema, text: string): Node {
  return nodesOf(schema)('paragraph').create(null, text === '' ? null : schema.text(text))
}

export function cellOf(schema: Schema, text: string, attrs: Node['attrs']): Node {
  return nodesOf(schema)('tableCell').create(attrs, schema.text(text))
}

export function newBlock(schema: Schema, random: Random): Node {
  const nodes = nodesOf(schema)
  const item = (text: string, checked: boolean | null): Node =>
    nodes('listItem').create({ checked }, paragraphOf(schema, text))
  return random.pick<() => Node>([
    () => paragraphOf(schema, 'RESOLVED: a new paragraph; 3 in favour, 0 against.'),
    () => paragraphOf(schema, random.pick(NASTY)),
    () => nodes('heading').create({ level: 3 }, schema.text('Votes')),
    () => nodes('bulletList').create(null, [item('@ada: write it up', false), item('done', true)]),
    () => nodes('orderedList').create({ start: 1 }, [item('first', null), item('', null)]),
    () => nodes('codeBlock').create({ language: 'js' }, schema.text('if (a) {\n\n  b`c`\n}')),
    () => nodes('horizontalRule').create(),
    () => nodes('blockquote').create(null, paragraphOf(schema, 'quoted')),
    () => nodes('rawBlock').create({ kind: 'html' }, schema.text('<!-- a\n\nb -->')),
    () =>
      nodes('table').create(
        null,
        [0, 1].map((row) =>
          nodes('tableRow').create(
            null,
            ['SF', 'F'].map((text) => cellOf(schema, `${text}${row}`, {})),
          ),
        ),
      ),
  ])()
}
