import { minutesSchema } from '@plenary/shared/schema'
import type { Mark, Node } from '@tiptap/pm/model'

/** Builders of small documents. `‸` in a text is where the caret is; two of them are the ends of a selection. */
const schema = minutesSchema()

type Inline = string | Node

const inline = (content: readonly Inline[]): Node[] =>
  content.flatMap((part) => (typeof part !== 'string' ? [part] : part ? [schema.text(part)] : []))

const node = (name: string, attrs: Record<string, unknown> | null, content: readonly Node[]): Node =>
  schema.node(name, attrs, content)

export const doc = (...blocks: Node[]) => node('doc', null, blocks)
/** The same as `shown` gives it. */
export const minutes = (...blocks: Node[]): unknown => doc(...blocks).toJSON()
export const p = (...content: Inline[]) => node('paragraph', null, inline(content))
export const h = (level: number, ...content: Inline[]) => node('heading', { level }, inline(content))
export const quote = (...blocks: Node[]) => node('blockquote', null, blocks)
export const ul = (...items: Node[]) => node('bulletList', null, items)
export const ol = (...items: Node[]) => node('orderedList', null, items)
export const olFrom = (start: number, ...items: Node[]) => node('orderedList', { start }, items)
export const li = (...content: (Node | string)[]) => item(null, content)
export const todo = (...content: (Node | string)[]) => item(false, content)
export const done = (...content: (Node | string)[]) => item(true, content)
export const code = (language: string | null, text = '') => node('codeBlock', { language }, inline([text]))
export const source = (kind: string, text = '') => node('rawBlock', { kind }, inline([text]))
export const hr = () => node('horizontalRule', null, [])
export const table = (...rows: Node[]) => node('table', null, rows)
export const row = (...cells: string[]) =>
  node(
    'tableRow',
    null,
    cells.map((text) => cell(null, text)),
  )
export const cell = (align: string | null, ...content: Inline[]) => node('tableCell', { align }, inline(content))
export const cells = (...content: Node[]) => node('tableRow', null, content)
export const br = () => node('hardBreak', null, [])
export const img = (src: string, alt = '') => node('image', { src, alt }, [])

/** The same block, known to the meeting by an id and as something that a person said it is. */
export function known(id: string | null, role: string | null, block: Node): Node {
  return block.type.create({ ...block.attrs, id, role }, block.content)
}

function item(checked: boolean | null, content: readonly (Node | string)[]): Node {
  return node(
    'listItem',
    { checked },
    content.map((part) => (typeof part === 'string' ? p(part) : part)),
  )
}

const marked = (mark: Mark) => (text: string) => schema.text(text, [mark])
export const bold = marked(schema.mark('bold'))
export const italic = marked(schema.mark('italic'))
export const strike = marked(schema.mark('strike'))
export const mono = marked(schema.mark('code'))
export const raw = marked(schema.mark('raw'))
export const link = (text: string, href: string) => marked(schema.mark('link', { href }))(text)
