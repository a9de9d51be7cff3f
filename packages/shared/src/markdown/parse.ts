import type {
  Blockquote,
  Code,
  Html,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast'

import type { BlockJson, DocJson, ListItemJson, ListJson, ParagraphJson, TableJson } from '../document/node.ts'
import { cleanText, textOf, trimRaw } from '../document/normal-inline.ts'
import { LIST_SEPARATOR, MAX_DEPTH } from '../document/normal.ts'
import type { Definition } from './definitions.ts'
import { collectDefinitions } from './definitions.ts'
import { parseTree } from './grammar.ts'
import { kindOfHtml } from './open-fence.ts'
import type { Surroundings } from './parse-inline.ts'
import { readInline } from './parse-inline.ts'
import { endOf, offsetOf, Source } from './source.ts'

/** A text, the document it holds, and where in the text everything stands. */
export interface Reading extends Surroundings {
  readonly document: DocJson
}

/** Markdown to the minutes, in normal form. Total: every text is some document. */
export function parse(text: string): DocJson {
  return readText(text).document
}

/** `parse`, with the places of all nodes. */
export function readText(text: string): Reading {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const body = text.slice(mark.length)
  const { tree, prefixes } = parseTree(body)
  const definitions = new Map<string, Definition>()
  collectDefinitions(tree, body, definitions)
  const source = new Source(body, mark, prefixes)
  const content = new Reader({ source, definitions }).blocks(tree, 0)
  return { document: { type: 'doc', content }, source, definitions }
}

type Flow = Root | Blockquote | ListItem
type FlowContent = Exclude<RootContent, PhrasingContent | ListItem | TableRow | TableCell> | Html

class Reader {
  readonly #around: Surroundings
  readonly #source: Source

  constructor(around: Surroundings) {
    this.#around = around
    this.#source = around.source
  }

  blocks(parent: Flow, depth: number): readonly BlockJson[] {
    const children = lifted(parent.children as FlowContent[], depth)
    const kept = children.filter((node, index) => !isSeparator(node, children[index - 1], children[index + 1]))
    const blocks = kept.flatMap((node) => this.#block(node, depth))
    return blocks.length > 0 ? blocks : [{ type: 'paragraph' }]
  }

  #block(node: FlowContent, depth: number): BlockJson[] {
    const source = this.#source
    switch (node.type) {
      case 'paragraph':
        return this.#paragraph(node)
      case 'heading': {
        const content = readInline(node.children, 'line', this.#around)
        const attrs = { level: node.depth }
        return [source.place({ type: 'heading', attrs, ...(content.length > 0 ? { content } : {}) }, node)]
      }
      case 'blockquote':
        return [source.place({ type: 'blockquote', content: this.blocks(node, depth + 1) }, node)]
      case 'list':
        return [this.#list(node, depth)]
      case 'code':
        return [source.place(codeOf(node), node)]
      case 'thematicBreak':
        return [source.place({ type: 'horizontalRule' }, node)]
      case 'table':
        return [this.#table(node)]
      case 'html':
        return [this.#raw(node, trimRaw(cleanText(node.value)), kindOfHtml(node.value))]
      case 'yaml':
        return [this.#raw(node, cleanText(node.value))]
      case 'definition':
      case 'footnoteDefinition':
        return [this.#raw(node, trimRaw(this.#sourceOf(node)))]
    }
  }

  #paragraph(node: Paragraph): BlockJson[] {
    const content = readInline(node.children, 'lines', this.#around)
    if (content.length === 0) return []
    return [this.#source.place<ParagraphJson>({ type: 'paragraph', content }, node)]
  }

  #list(node: List, depth: number): BlockJson {
    const content = node.children.map((item) => this.#item(item, depth + 1))
    const isSpread = node.spread || node.children.some((item) => item.spread)
    const spread = isSpread ? { spread: true } : {}
    const list: ListJson = node.ordered
      ? { type: 'orderedList', attrs: { start: node.start ?? 1, ...spread }, content }
      : { type: 'bulletList', attrs: spread, content }
    // In a quote, a blank line behind the list is counted as the list's; what follows needs it as a gap.
    return this.#source.place(list, node, offsetOf(node), endOf(node.children.at(-1) ?? node))
  }

  #item(node: ListItem, depth: number): ListItemJson {
    const content = this.blocks(node, depth)
    const checked = node.checked ?? null
    if (checked === null) return this.#source.place({ type: 'listItem', content }, node)
    const [first] = content
    if (first?.type === 'paragraph' && first.content !== undefined) {
      this.#afterBox(first)
      return this.#source.place({ type: 'listItem', attrs: { checked }, content }, node)
    }
    // A box that does not stand before the item's text is text.
    const box: ParagraphJson = { type: 'paragraph', content: [textOf(checked ? '[x]' : '[ ]')] }
    return this.#source.place({ type: 'listItem', content: [box, ...content] }, node)
  }

  /** The tree lets the paragraph begin at its box when nothing but marks follows. */
  #afterBox(paragraph: ParagraphJson): void {
    const span = this.#source.spanOf(paragraph)
    if (span?.tree.type !== 'paragraph' || span.tree.children[0] === undefined) return
    let from = offsetOf(span.tree.children[0])
    while (/[ \t\r\n]/.test(this.#source.text[from] ?? '')) from = this.#source.skipPrefix(from + 1)
    this.#source.place(paragraph, span.tree, from, span.to)
  }

  #table(node: Table): TableJson {
    const aligns = node.align ?? []
    const content = node.children.map((row) => {
      const cells = row.children.map((cell, column) => {
        const inline = readInline(cell.children, 'cell', this.#around)
        const align = aligns[column] ?? null
        const attrs = align === null ? {} : { attrs: { align } }
        return this.#source.place(
          { type: 'tableCell' as const, ...attrs, ...(inline.length > 0 ? { content: inline } : {}) },
          cell,
        )
      })
      return this.#source.place({ type: 'tableRow' as const, content: cells }, row)
    })
    return this.#source.place({ type: 'table', content }, node)
  }

  #raw(node: FlowContent, text: string, kind: string = node.type): BlockJson {
    return this.#source.place(
      { type: 'rawBlock', attrs: { kind }, ...(text === '' ? {} : { content: [{ type: 'text', text }] }) },
      node,
    )
  }

  /** The source of a definition or footnote, its further lines without the indent of what it stands in. */
  #sourceOf(node: FlowContent): string {
    const text = cleanText(this.#source.slice(offsetOf(node), endOf(node)))
    const width = (node.position?.start.column ?? 1) - 1
    if (width === 0) return text
    return text.replace(/\n([ \t>]+)/g, (_, lead: string) => `\n${lead.slice(Math.min(width, lead.length))}`)
  }
}

function codeOf(node: Code): BlockJson {
  const attrs = { ...(node.lang ? { language: node.lang } : {}), ...(node.meta ? { meta: node.meta } : {}) }
  const text = cleanText(node.value)
  return { type: 'codeBlock', attrs, ...(text === '' ? {} : { content: [{ type: 'text', text }] }) }
}

/** Containers below the deepest level give way to their content. */
function lifted(children: readonly FlowContent[], depth: number): readonly FlowContent[] {
  if (depth < MAX_DEPTH) return children
  const out: FlowContent[] = []
  const open: (FlowContent | ListItem)[] = children.toReversed()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type !== 'blockquote' && node.type !== 'list' && node.type !== 'listItem') out.push(node)
    else for (const child of (node.children as (FlowContent | ListItem)[]).toReversed()) open.push(child)
  }
  return out
}

function isSeparator(node: FlowContent, before: FlowContent | undefined, after: FlowContent | undefined): boolean {
  if (node.type !== 'html' || node.value !== LIST_SEPARATOR) return false
  return before?.type === 'list' && after?.type === 'list'
}
