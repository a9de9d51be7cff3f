import type {
  BlockJson,
  DocJson,
  InlineJson,
  ListItemJson,
  MarkJson,
  ParagraphJson,
  TableCellJson,
  TableRowJson,
} from '../../../document/node.ts'

export function inlineOf(label: string, name: string, isBold: boolean): InlineJson[] {
  return [textOf(`${label}:`, isBold ? [{ type: 'bold' }] : undefined), { type: 'text', text: ` ${name}` }]
}

export function lineOf(label: string, name: string, isBold: boolean): BlockJson {
  return paragraphOf(isBold ? inlineOf(label, name, true) : [{ type: 'text', text: `${label}: ${name}` }])
}

export function paragraphOf(content: readonly InlineJson[]): ParagraphJson {
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }
}

export function itemOf(...content: readonly BlockJson[]): ListItemJson {
  return { type: 'listItem', content }
}

export function cellOf(text: string): TableCellJson {
  return text === '' ? { type: 'tableCell' } : { type: 'tableCell', content: [{ type: 'text', text }] }
}

export function textOf(text: string, marks: readonly MarkJson[] | undefined): InlineJson {
  return marks === undefined || marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }
}

export function rowOf(...cells: readonly TableCellJson[]): TableRowJson {
  return { type: 'tableRow', content: cells }
}

/** Where a top-level block goes that stands below the title. */
export function belowTitle({ content }: DocJson): number {
  const title = content.findIndex(({ type }) => type === 'heading')
  if (title >= 0) return title + 1
  return content[0]?.type === 'rawBlock' && content[0].attrs.kind === 'yaml' ? 1 : 0
}

/** Below the title and what stands there of the meeting, also as a list: before the first heading or table, else the first list. */
export function belowFacts({ content }: DocJson): number {
  const begin = belowTitle({ type: 'doc', content })
  const find = (isEnd: (node: BlockJson) => boolean): number =>
    content.findIndex((node, index) => index >= begin && isEnd(node))
  const next = find(({ type }) => !BEFORE.has(type) && type !== 'bulletList' && type !== 'orderedList')
  const end = next >= 0 ? next : find(({ type }) => !BEFORE.has(type))
  return end < 0 ? content.length : end
}

const BEFORE: ReadonlySet<string> = new Set(['paragraph', 'rawBlock'])
