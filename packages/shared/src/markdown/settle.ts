import { identityOf, isIdentified } from '../document/identity.ts'
import type {
  BlockJson,
  DocJson,
  InlineJson,
  ListItemJson,
  MarkJson,
  ParagraphJson,
  RawBlockJson,
  TextJson,
} from '../document/node.ts'
import { normalInline, sameMark, textOf } from '../document/normal-inline.ts'
import type { Hold } from '../document/normal-inline.ts'
import { isMatter, normalise, plainText } from '../document/normal.ts'
import { excerptOf } from '../document/one-line.ts'
import type { Definition, Definitions } from './definitions.ts'
import { readFramed } from './frame.ts'
import { closedFence, isOpenFence, keptOpen } from './open-fence.ts'
import { readText } from './parse.ts'
import { linkIn, resolveLinks } from './resolve-link.ts'
import { spellLink } from './spell.ts'

/** What raw source means: its blocks, and what it defines. */
export interface RawMeaning {
  readonly blocks: readonly BlockJson[]
  readonly definitions: Definitions
}

/** Raw source that has been read before, as when it stands in the base: blocks by `rawName`, inline source by its text. */
export interface KnownRaw {
  readonly blocks: ReadonlyMap<string, RawMeaning>
  readonly inline: ReadonlySet<string>
}

export interface Settled {
  readonly document: DocJson
  readonly definitions: Definitions
  /** What this document has and no Markdown can hold, in sentences for people. */
  readonly losses: readonly string[]
}

/**
 * The normal form of `document/`, and beyond it what takes a parser to tell: raw source means what it parses to, and links by
 * reference what the document's definitions say. `known` gives the meaning of raw source that has been read before.
 */
export function settle(document: DocJson, known?: KnownRaw): Settled {
  const settler = new Settler(known)
  const blocks = settler.raws(normalise(document).content, true)
  const content = settler.texts(blocks)
  const settled = settler.changed ? normalise({ type: 'doc', content }) : { type: 'doc' as const, content }
  const open = keptOpen(settled.content)
  if (open !== settled.content) settler.losses.push('An open code fence got more backticks, so that nothing closes it.')
  return { document: { ...settled, content: open }, definitions: settler.definitions, losses: settler.losses }
}

/** How `known` names a raw block. */
export function rawName(block: RawBlockJson): string {
  return `${block.attrs.kind === 'yaml' ? 'yaml' : 'raw'}\n${plainText(block.content)}`
}

export function rawMeaning(block: RawBlockJson): RawMeaning {
  const text = plainText(block.content)
  // The empty line in front keeps `---` from opening front matter.
  const source = block.attrs.kind === 'yaml' ? `---\n${text}${text === '' ? '' : '\n'}---\n` : `\n${text}`
  const { document, definitions } = readText(source)
  const isEmpty =
    document.content.length === 1 && document.content[0]?.type === 'paragraph' && !document.content[0].content
  return { blocks: isEmpty ? [] : document.content, definitions }
}

const UNCLOSED: readonly (readonly [RegExp, RegExp])[] = [
  [/^\s*<(script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(script|pre|style|textarea)>/i],
  [/^\s*<!--/, /-->/],
  [/^\s*<\?/, /\?>/],
  [/^\s*<!\[CDATA\[/, /\]\]>/],
  [/^\s*<![a-z]/i, />/],
]

class Settler {
  readonly definitions = new Map<string, Definition>()
  readonly losses: string[] = []
  changed = false
  readonly #known: KnownRaw | undefined

  constructor(known: KnownRaw | undefined) {
    this.#known = known
  }

  /** Every raw block as what it means, and the definitions noted on the way, in the document's order. */
  raws(blocks: readonly BlockJson[], isTop = false): readonly BlockJson[] {
    const read = blocks.flatMap((block, index) => this.#raw(block, isTop && index === 0))
    const out = isTop ? read : read.flatMap((block) => this.#withoutOpenFence(block))
    return out.map((block, index) => (index < out.length - 1 ? this.#closed(block) : block))
  }

  #raw(block: BlockJson, mayBeMatter: boolean): readonly BlockJson[] {
    if (block.type === 'blockquote') return [{ ...block, content: this.raws(block.content) }]
    if (block.type === 'bulletList' || block.type === 'orderedList') {
      return [{ ...block, content: block.content.map((item) => this.#item(item)) }]
    }
    if (block.type !== 'rawBlock') return [block]
    const meaning = this.#known?.blocks.get(rawName(block)) ?? rawMeaning(block)
    for (const [identifier, definition] of meaning.definitions) {
      if (!this.definitions.has(identifier)) this.definitions.set(identifier, definition)
    }
    const [only] = meaning.blocks
    const isItself = meaning.blocks.length === 1 && only?.type === 'rawBlock' && rawName(only) === rawName(block)
    if (isItself && only.attrs.kind === block.attrs.kind && (mayBeMatter || !isMatter(block))) return [block]
    this.changed = true
    return standingFor(block, meaning.blocks)
  }

  /** Only a document has them. */
  #withoutOpenFence(block: BlockJson): readonly BlockJson[] {
    if (!isOpenFence(block)) return [block]
    this.changed = true
    return standingFor(block, [closedFence(block)])
  }

  #item(item: ListItemJson): ListItemJson {
    return { ...item, content: this.raws(item.content) }
  }

  /** HTML that is never closed would take in all that follows it. */
  #closed(block: BlockJson): BlockJson {
    if (block.type !== 'rawBlock' || block.attrs.kind !== 'html') return block
    const text = plainText(block.content)
    if (!UNCLOSED.some(([open, close]) => open.test(text) && !close.test(text))) return block
    this.changed = true
    this.losses.push(`HTML that is never closed is exported as code: ${excerptOf(text, 40)}`)
    return { type: 'codeBlock', attrs: { language: 'html' }, content: [{ type: 'text', text }] }
  }

  /** Every text block with its raw source and its links as the definitions have them. */
  texts(blocks: readonly BlockJson[]): readonly BlockJson[] {
    return blocks.flatMap((block) => (block.type === 'paragraph' ? this.#paragraph(block) : [this.#block(block)]))
  }

  /** HTML at the start of a line may be a block, and no Markdown makes it a paragraph. */
  #paragraph(block: ParagraphJson): readonly BlockJson[] {
    const settled = this.#settled(block, 'lines')
    const content = settled.content ?? []
    if (!content.some((_, index) => isRawLine(content, index)) || isParagraph(content)) return [settled]
    this.changed = true
    const [only] = content
    if (content.length === 1 && only?.type === 'text' && only.marks?.length === 1) {
      const raw = rawMeaning({ type: 'rawBlock', attrs: { kind: 'html' }, content: [textOf(only.text)] })
      return standingFor(block, raw.blocks)
    }
    const plain = content.map((node, index) =>
      node.type === 'text' && isRawLine(content, index) ? withoutRaw(node) : node,
    )
    return [{ ...settled, content: plain }]
  }

  #block(block: Exclude<BlockJson, ParagraphJson>): BlockJson {
    switch (block.type) {
      case 'heading':
        return this.#settled(block, 'line')
      case 'blockquote':
        return { ...block, content: this.texts(block.content) }
      case 'bulletList':
      case 'orderedList':
        return { ...block, content: block.content.map((item) => ({ ...item, content: this.texts(item.content) })) }
      case 'table': {
        const content = block.content.map((row) => ({
          ...row,
          content: (row.content ?? []).map((cell) => this.#settled(cell, 'cell')),
        }))
        return { ...block, content }
      }
      case 'codeBlock':
      case 'rawBlock':
      case 'horizontalRule':
        return block
    }
  }

  #settled<Node extends { readonly content?: readonly InlineJson[] }>(node: Node, hold: Hold): Node {
    if (node.content === undefined || !node.content.some((child) => this.#isOpen(child))) return node
    const read = node.content.flatMap((child) =>
      child.type === 'text' && isRaw(child) ? this.#inlineRaw(child, hold) : [child],
    )
    const linked = resolveLinks(normalInline(read, hold), this.definitions)
    const content = normalInline(this.#imageLinks(linked, hold), hold)
    this.changed = true
    return { ...node, content }
  }

  /** Whether only reading it again can tell what this means. */
  #isOpen(node: InlineJson): boolean {
    if (node.type !== 'text' || node.marks === undefined) return false
    if (isRaw(node) && !this.#known?.inline.has(node.text)) return true
    return node.marks.some((mark) => mark.type === 'link' && (mark.attrs.reference ?? null) !== null)
  }

  #inlineRaw(node: TextJson, hold: Hold): readonly InlineJson[] {
    const marks = (node.marks ?? []).filter((mark) => mark.type !== 'raw')
    const text = node.text.trim()
    const from = node.text.indexOf(text)
    const [lead, trail] = [node.text.slice(0, from), node.text.slice(from + text.length)]
    const read = this.#read(text, hold)
    const [only] = read
    const isImage = read.length === 1 && only?.type === 'image'
    // An image that has marks around it is raw source, as images carry none.
    const inner = marks.length > 0 && isImage ? [{ ...node, text }] : this.#marked(read, text, marks)
    return [textOf(lead, marks), ...inner, textOf(trail, marks)].filter(
      (child) => child.type !== 'text' || child.text !== '',
    )
  }

  #marked(read: readonly InlineJson[], text: string, marks: readonly MarkJson[]): readonly InlineJson[] {
    const isText = read.length > 0 && read.every((child) => child.type === 'text')
    if (!isText && (read.length === 0 || marks.length > 0)) return [textOf(text, marks)]
    return read.map((child) => (child.type === 'text' ? textOf(child.text, [...marks, ...(child.marks ?? [])]) : child))
  }

  /** What inline source means by itself; nothing when that is more than inline content. */
  #read(text: string, hold: Hold): readonly InlineJson[] {
    const frame = hold === 'lines' ? 'paragraph' : hold === 'line' ? 'heading' : 'cell'
    // The word in front keeps the source from being read as a block.
    const [before, ...behind] = readFramed(`x ${text}`, frame, this.definitions) ?? []
    if (before?.type !== 'text') return []
    return before.text === 'x ' ? behind : [{ ...before, text: before.text.slice(2) }, ...behind]
  }

  /** A link around nothing but images is raw source as a whole, as no mark can carry it. */
  #imageLinks(content: readonly InlineJson[], hold: Hold): readonly InlineJson[] {
    const isImage = (node: InlineJson): boolean =>
      node.type === 'text' &&
      isRaw(node) &&
      node.text.startsWith('![') &&
      this.#read(node.text, hold)[0]?.type === 'image'
    return content.map((node, index) => {
      const link = linkIn(node)
      if (link === undefined || node.type !== 'text' || !isImage(node)) return node
      const isAlone = [content[index - 1], content[index + 1]].every((near) => {
        const other = near && linkIn(near)
        return other === undefined || !sameMark(other, link)
      })
      if (!isAlone) return node
      const { open, close } = spellLink(link, hold === 'cell')
      return { ...node, text: `${open}${node.text}${close}`, marks: node.marks?.filter((mark) => mark !== link) ?? [] }
    })
  }
}

/** Where one block turns out to be another, that one has its identity. */
function standingFor(block: BlockJson, blocks: readonly BlockJson[]): readonly BlockJson[] {
  const [only] = blocks
  const identity = identityOf('attrs' in block ? block.attrs : undefined)
  if (only === undefined || blocks.length > 1 || !isIdentified(only) || Object.keys(identity).length === 0)
    return blocks
  return [{ ...only, attrs: { ...only.attrs, ...identity } } as BlockJson]
}

function isRaw(node: InlineJson): boolean {
  return node.type === 'text' && (node.marks ?? []).some((mark) => mark.type === 'raw')
}

function withoutRaw(node: TextJson): TextJson {
  return textOf(
    node.text,
    node.marks?.filter((mark) => mark.type !== 'raw'),
  )
}

/** Raw source that begins a line: no delimiter of a mark stands before it. */
function isRawLine(content: readonly InlineJson[], index: number): boolean {
  const node = content[index]!
  return isRaw(node) && node.type === 'text' && node.marks?.length === 1 && startsLine(content, index)
}

function startsLine(content: readonly InlineJson[], index: number): boolean {
  const before = content[index - 1]
  return before === undefined || before.type === 'hardBreak' || (before.type === 'text' && before.text.endsWith('\n'))
}

/** Whether raw source at the start of its lines lets this be one paragraph. All other text is stood for by letters. */
function isParagraph(content: readonly InlineJson[]): boolean {
  const probe = content.map((node) => {
    if (node.type === 'hardBreak') return '\\\n'
    if (node.type === 'image') return 'x'
    return isRaw(node) ? node.text : node.text.replace(/[^\n]/g, 'x')
  })
  return readFramed(probe.join(''), 'paragraph', new Map()) !== undefined
}
