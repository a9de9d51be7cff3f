import { type Attribute, getSchema, Mark, Node } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'

import { type Identity, IDENTITY_HTML } from './identity.ts'
import { safeUrl } from './url.ts'

/**
 * The shape of a meeting's minutes: what CommonMark and GFM can hold, and nothing else. Nodes without views; the editor
 * adds views, keys and input rules with `.extend()`. Blocks of the meeting (agenda, action, vote) are roles on these
 * nodes, never nodes of their own.
 */

/**
 * `id` and `role` (`identity.ts`). They do not show in the page; copies carry them (`IDENTITY_HTML`), so that what is cut and pasted
 * elsewhere keeps them. The attributes `id` and `role` of other pages' HTML mean nothing here.
 */
const identity = (): Record<keyof Identity, Attribute> => ({
  id: unseen(IDENTITY_HTML.id),
  role: unseen(IDENTITY_HTML.role),
})

function unseen(name: string): Attribute {
  return { ...word(name, null), rendered: false, keepOnSplit: false }
}

/**
 * Every attribute says by `validate` of what kind its values are: the guard of the server lets no other in (`shape.ts`). A word
 * is read from pasted HTML as it is written; left to itself, TipTap makes a number of the title "2026".
 */
function word(html: string, initial: string | null): Attribute {
  return {
    default: initial,
    validate: initial === null ? 'string|null' : 'string',
    parseHTML: (element) => element.getAttribute(html),
  }
}

/** An attribute that no HTML shows, and none is asked for. */
function inner(kind: 'boolean' | 'number' | 'string|null', initial: boolean | number | null): Attribute {
  return { default: initial, validate: kind, rendered: false, parseHTML: () => null }
}

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' })

const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes: identity,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
})

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: inner('number', 1), ...identity() }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node }) => [tagOf(Number(node.attrs['level'])), 0],
})

/** Whatever number a heading has, it is shown as one of those that there are. */
function tagOf(level: number): string {
  return `h${Math.min(6, Math.max(1, Math.trunc(level) || 1))}`
}

const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
})

/** `spread`: blank lines stand between the items (CommonMark calls such a list loose). */
const BulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({ spread: inner('boolean', false), ...identity() }),
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
})

const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({
    start: {
      default: 1,
      validate: 'number',
      parseHTML: (element) => startOf(element.getAttribute('start')),
      renderHTML: ({ start }) => (start === 1 ? {} : { start: String(start) }),
    },
    spread: inner('boolean', false),
    ...identity(),
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
})

/** Pasted HTML says anything; what is no number begins the list at 1, as in browsers. */
function startOf(written: string | null): number {
  const start = Number.parseInt(written ?? '', 10)
  return Number.isNaN(start) ? 1 : start
}

/** `checked`: null where the item has no check box. */
const ListItem = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    checked: {
      default: null,
      validate: 'boolean|null',
      parseHTML: (element) => checkedOf(element),
      renderHTML: ({ checked }) => (checked === null ? {} : { 'data-checked': String(checked) }),
    },
  }),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
})

/** The little of a DOM element that reading an attribute from pasted HTML takes; this package knows no DOM. */
interface PastedElement {
  getAttribute(name: string): string | null
  querySelector(selectors: string): { hasAttribute(name: string): boolean } | null
}

function checkedOf(item: PastedElement): boolean | null {
  const mark = item.getAttribute('data-checked')
  if (mark !== null) return mark === 'true'
  const box = item.querySelector(':scope > input[type=checkbox], :scope > p > input[type=checkbox]')
  return box === null ? null : box.hasAttribute('checked')
}

/** `language` is the first word behind the fence, `meta` the rest of that line. */
const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  addAttributes: () => ({
    language: {
      default: null,
      validate: 'string|null',
      parseHTML: (element) => /\blanguage-(\S+)/.exec(element.firstElementChild?.className ?? '')?.[1] ?? null,
      rendered: false,
    },
    meta: inner('string|null', null),
  }),
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: () => ['pre', ['code', 0]],
})

/** Source kept as it stands: front matter (`yaml`), `html`, `definition`, `footnoteDefinition`, an open `fence`. Its text is the source. */
const RawBlock = Node.create({
  name: 'rawBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  addAttributes: () => ({
    kind: {
      default: 'html',
      validate: 'string',
      parseHTML: (element) => element.getAttribute('data-raw') ?? 'html',
      renderHTML: ({ kind }) => ({ 'data-raw': String(kind) }),
    },
    ...identity(),
  }),
  parseHTML: () => [{ tag: 'pre[data-raw]', preserveWhitespace: 'full', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['pre', HTMLAttributes, 0],
})

const HorizontalRule = Node.create({
  name: 'horizontalRule',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
})

/** The first row is the header. Rows may be ragged, as GFM allows; nothing ever pads them behind a person's back. */
const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: identity,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
})

const TableRow = Node.create({
  name: 'tableRow',
  content: 'tableCell*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

/** `align` belongs to the column: the header row's is what counts, the others repeat it for the page. */
const TableCell = Node.create({
  name: 'tableCell',
  content: 'inline*',
  isolating: true,
  addAttributes: () => ({
    align: {
      default: null,
      validate: 'string|null',
      parseHTML: (element) =>
        /^(left|center|right)$/.exec(element.style.textAlign || element.getAttribute('align') || '')?.[0] ?? null,
      renderHTML: ({ align }) => (align === null ? {} : { 'data-align': String(align) }),
    },
  }),
  parseHTML: () => [{ tag: 'td' }, { tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
})

const Text = Node.create({ name: 'text', group: 'inline' })

const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  marks: '',
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
})

/** Never carries marks: the sync binding keeps marks on text only. A linked image is text with the `raw` mark. */
const Image = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  draggable: true,
  marks: '',
  addAttributes: () => ({ src: word('src', ''), alt: word('alt', ''), title: word('title', null) }),
  parseHTML: () => [{ tag: 'img[src]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', { ...HTMLAttributes, src: safeUrl(String(HTMLAttributes['src'])) }],
})

/** `reference`: null for an inline link; for a reference link what follows its text: `[label]`, `[]`, or `` (shortcut). */
const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({
    href: word('href', ''),
    title: word('title', null),
    reference: inner('string|null', null),
  }),
  parseHTML: () => [{ tag: 'a[href]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'a',
    { ...HTMLAttributes, href: safeUrl(String(HTMLAttributes['href'])), rel: 'noopener noreferrer nofollow' },
    0,
  ],
})

const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [
    { tag: 'strong' },
    { tag: 'b', getAttrs: (element) => element.style.fontWeight !== 'normal' && null },
    { style: 'font-weight', getAttrs: (value) => /^(bold(er)?|[5-9]\d{2,})$/.test(value) && null },
  ],
  renderHTML: () => ['strong', 0],
})

const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [
    { tag: 'em' },
    { tag: 'i', getAttrs: (element) => element.style.fontStyle !== 'normal' && null },
    { style: 'font-style=italic' },
  ],
  renderHTML: () => ['em', 0],
})

const Strike = Mark.create({
  name: 'strike',
  parseHTML: () => [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }],
  renderHTML: () => ['s', 0],
})

const Code = Mark.create({
  name: 'code',
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: () => ['code', 0],
})

/** Inline source kept as it stands: HTML, `<missed>`, footnote references, linked images. */
const Raw = Mark.create({
  name: 'raw',
  inclusive: false,
  parseHTML: () => [{ tag: 'span[data-raw]' }],
  renderHTML: () => ['span', { 'data-raw': '' }, 0],
})

/** Every node and mark by name. The order of the marks is their nesting, outermost first. */
export const nodes = {
  Doc,
  Paragraph,
  Heading,
  Blockquote,
  BulletList,
  OrderedList,
  ListItem,
  CodeBlock,
  RawBlock,
  HorizontalRule,
  Table,
  TableRow,
  TableCell,
  Text,
  HardBreak,
  Image,
} as const

export const marks = { Link, Bold, Italic, Strike, Code, Raw } as const

/** The ProseMirror schema without any view. Pure; needs no DOM. */
export function minutesSchema(): Schema {
  return getSchema([...Object.values(nodes), ...Object.values(marks)])
}
