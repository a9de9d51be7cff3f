import { identityAttrs, identityOf } from './identity.ts'
import { Keys } from './keys.ts'
import type {
  Align,
  BlockJson,
  DocJson,
  ListItemJson,
  ListJson,
  ParagraphJson,
  RawBlockJson,
  TableCellJson,
  TableJson,
  TextJson,
} from './node.ts'
import { cleanText, normalInline, textOf, trimRaw } from './normal-inline.ts'
import { trimmedOf } from './trim.ts'

/** Deeper containers give way to what is in them. No minutes need more, and every reader of them has a stack that ends. */
export const MAX_DEPTH = 50

/** What the importer takes for nothing: it only keeps two lists apart. */
export const LIST_SEPARATOR = '<!-- -->'

/**
 * The minutes as Markdown can hold them. A total function, and idempotent; two documents mean the same when their normal forms
 * are equal (`spread` aside, which is how a list looks, and the identity of blocks). In short:
 * - empty paragraphs vanish; a container that would be empty keeps one; lists and tables without content vanish;
 * - front matter stands first; a second one is code;
 * - a check box stands before a paragraph's text; elsewhere it is the text `[ ]`;
 * - a cell's alignment is its column's, which the header row says;
 * - headings and cells are one line; inline content is as `normalInline` says.
 * What raw source means takes a parser to tell: see `settle` in `markdown/`.
 */
export function normalise(document: DocJson): DocJson {
  const { matter, rest } = withoutMatter(document.content)
  const blocks = blocksOf(rest, 0)
  const content = matter === undefined ? blocks : [matter, ...blocks]
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

/** Whether two documents are the same minutes. */
export function sameMinutes(a: DocJson, b: DocJson): boolean {
  const keys = new Keys()
  return keys.of(normalise(a)) === keys.of(normalise(b))
}

function withoutMatter(blocks: readonly BlockJson[]): { matter: RawBlockJson | undefined; rest: readonly BlockJson[] } {
  const matter = blocks.find(isMatter)
  return matter === undefined
    ? { matter, rest: blocks }
    : { matter: rawOf(matter), rest: blocks.toSpliced(blocks.indexOf(matter), 1) }
}

/** Front matter: raw source of this kind. */
type MatterJson = RawBlockJson & { readonly attrs: { readonly kind: 'yaml' } }

export function isMatter(block: BlockJson): block is MatterJson {
  return block.type === 'rawBlock' && block.attrs.kind === 'yaml'
}

function blocksOf(blocks: readonly BlockJson[], depth: number): BlockJson[] {
  const out = blocks.flatMap((block) => blockOf(block, depth))
  return out.filter((block, index) => !(isSeparator(block) && isList(out[index - 1]) && isList(out[index + 1])))
}

function isSeparator(block: BlockJson): boolean {
  return block.type === 'rawBlock' && block.content?.[0]?.text === LIST_SEPARATOR
}

export function isList(node: { readonly type: string } | undefined): node is ListJson {
  return node?.type === 'bulletList' || node?.type === 'orderedList'
}

function blockOf(block: BlockJson, depth: number): BlockJson[] {
  switch (block.type) {
    case 'paragraph':
      return paragraphOf(block)
    case 'heading': {
      const content = normalInline(block.content ?? [], 'line')
      const level = Math.min(6, Math.max(1, Math.trunc(block.attrs.level) || 1))
      const attrs = { level, ...identityOf(block.attrs) }
      return [{ type: 'heading', attrs, ...(content.length > 0 ? { content } : {}) }]
    }
    case 'blockquote':
      if (depth >= MAX_DEPTH) return blocksOf(block.content ?? [], depth)
      return [{ type: 'blockquote', content: filled(blocksOf(block.content ?? [], depth + 1)) }]
    case 'bulletList':
    case 'orderedList': {
      const items = block.content ?? []
      if (depth >= MAX_DEPTH) return items.flatMap((item) => blocksOf(item.content ?? [], depth))
      if (items.length === 0) return []
      const content = items.map((item) => itemOf(item, depth + 1))
      const attrs = { ...(block.attrs?.spread ? { spread: true } : {}), ...identityOf(block.attrs) }
      if (block.type === 'bulletList') return [{ type: 'bulletList', attrs, content }]
      return [{ type: 'orderedList', attrs: { start: startOf(block.attrs?.start), ...attrs }, content }]
    }
    case 'codeBlock':
      return [{ type: 'codeBlock', attrs: infoOf(block.attrs ?? {}), ...plainContent(block.content) }]
    case 'rawBlock':
      // Front matter anywhere but at the front.
      if (isMatter(block)) return [{ type: 'codeBlock', attrs: { language: 'yaml' }, ...plainContent(block.content) }]
      return plainText(block.content).trim() === '' ? [] : [rawOf(block)]
    case 'horizontalRule':
      return [{ type: 'horizontalRule' }]
    case 'table':
      return tableOf(block)
  }
}

function paragraphOf(block: ParagraphJson): ParagraphJson[] {
  const content = normalInline(block.content ?? [], 'lines')
  return content.length > 0 ? [{ type: 'paragraph', ...identityAttrs(block.attrs), content }] : []
}

function filled(blocks: readonly BlockJson[]): readonly BlockJson[] {
  return blocks.length > 0 ? blocks : [{ type: 'paragraph' }]
}

function itemOf(item: ListItemJson, depth: number): ListItemJson {
  const blocks = blocksOf(item.content ?? [], depth)
  const checked = typeof item.attrs?.checked === 'boolean' ? item.attrs.checked : null
  if (checked === null) return { type: 'listItem', content: filled(blocks) }
  if (blocks[0]?.type === 'paragraph') return { type: 'listItem', attrs: { checked }, content: blocks }
  const box: ParagraphJson = { type: 'paragraph', content: [textOf(checked ? '[x]' : '[ ]')] }
  return { type: 'listItem', content: [box, ...blocks] }
}

/** CommonMark counts with at most nine digits. */
function startOf(start: unknown): number {
  const number = Number(start ?? 1)
  return Number.isInteger(number) && number >= 0 && number <= 999_999_999 ? number : 1
}

/** The line behind the fence: its first word is the language. */
function infoOf({ language = null, meta = null }: { language?: string | null; meta?: string | null }): {
  language?: string
  meta?: string
} {
  const info = cleanText(trimmedOf(`${language ?? ''} ${meta ?? ''}`, ' \t\r\n').replace(/[\r\n]+/g, ' '))
  const [, word = '', rest = ''] = /^([^ \t]*)[ \t]*(.*)$/s.exec(info) ?? []
  return { ...(word === '' ? {} : { language: word }), ...(rest === '' ? {} : { meta: rest }) }
}

export function plainText(content: readonly TextJson[] | undefined): string {
  return cleanText((content ?? []).map((node) => node.text).join(''))
}

function plainContent(content: readonly TextJson[] | undefined): { content?: readonly TextJson[] } {
  const text = plainText(content)
  return text === '' ? {} : { content: [{ type: 'text', text }] }
}

function rawOf(block: RawBlockJson): RawBlockJson {
  const text = isMatter(block) ? plainText(block.content) : trimRaw(plainText(block.content))
  const content = text === '' ? {} : { content: [textOf(text)] }
  return { type: 'rawBlock', attrs: { kind: block.attrs?.kind ?? 'html', ...identityOf(block.attrs) }, ...content }
}

function tableOf(table: TableJson): TableJson[] {
  const rows = table.content ?? []
  const aligns = (rows[0]?.content ?? []).map((cell) => alignOf(cell.attrs?.align))
  const content = rows.map((row) => {
    const cells = row.content ?? []
    const kept = cells.length > 0 ? cells : [{ type: 'tableCell' } as const]
    return { type: 'tableRow' as const, content: kept.map((cell, column) => cellOf(cell, aligns[column] ?? null)) }
  })
  return content.length > 0 ? [{ type: 'table', ...identityAttrs(table.attrs), content }] : []
}

function alignOf(align: unknown): Align | null {
  return align === 'left' || align === 'center' || align === 'right' ? align : null
}

function cellOf(cell: TableCellJson, align: Align | null): TableCellJson {
  const content = normalInline(cell.content ?? [], 'cell')
  return {
    type: 'tableCell',
    ...(align === null ? {} : { attrs: { align } }),
    ...(content.length > 0 ? { content } : {}),
  }
}
