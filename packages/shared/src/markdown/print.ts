import { Keys } from '../document/keys.ts'
import type { DocJson, InlineJson, NodeJson } from '../document/node.ts'
import { excerptOf } from '../document/one-line.ts'
import type { Base } from './base.ts'
import { emptyBase, readBase } from './base.ts'
import type { Frame } from './frame.ts'
import type { Habits } from './habits.ts'
import { sourceUnits } from './inline-source.ts'
import { isOpenFence } from './open-fence.ts'
import { readText } from './parse.ts'
import type { OldText } from './render-inline.ts'
import type { Settled } from './settle.ts'
import { settle } from './settle.ts'
import { phrasingIn } from './source.ts'
import { differing } from './verify.ts'
import { writeBlocks } from './write-blocks.ts'
import { writeInline } from './write-inline.ts'
import { writeItem } from './write-item.ts'
import { innerOf } from './write-text.ts'
import type { Place, TextBlock, Trust, Writing } from './writing.ts'
import { newLine } from './writing.ts'

/*
 * Printing is patching. The document is brought to its normal form (`settle`) and compared with the document that the base text
 * holds. Equal: the base is the answer, byte for byte. Else blocks are aligned with the base's at every level (`pair-up`,
 * `write-blocks`, `write-list`, `write-item`, `write-table`), words within a changed text (`write-inline`, `render-inline`);
 * whatever is equal keeps its source, with the gaps between old neighbours, and only what differs is written anew, in the
 * habits of its neighbours (`gap`, `numbering`, `habits`, `spell`).
 *
 * Then the result is read back. Where it differs from the document (`verify`), just those nodes lose trust: they are written
 * anew without their old source, then with every escape, then those around them; at last the whole file. If even that is not
 * the document, the answer says so.
 */

export interface Printed {
  readonly text: string
  /** The text has been read back and is the document. Always true but for a bug. */
  readonly exact: boolean
  /** What the text does not keep, in sentences for people. */
  readonly losses: readonly string[]
  /** How far the base could be kept. */
  readonly way: 'same' | 'patch' | 'anew' | 'whole'
}

export interface PrintOptions {
  /** The text that was imported or last published. Read it once with `readBase` when printing again and again. */
  readonly base?: string | Base
  /** How new text is written; by default as the base is, and plainly without one. */
  readonly habits?: Habits
}

/** How often what was written is mended, before the whole file is written anew. */
const ROUNDS = 6

/** The minutes as Markdown: a patch of the base, or a whole new text without one. Never throws, and never loses silently. */
export function print(document: DocJson, options: PrintOptions = {}): Printed {
  const given = baseFor(options)
  const settled = settle(document, given.known)
  // Backticks would close an open fence above.
  const isOpen = settled.document.content.some(isOpenFence)
  const base: Base = isOpen ? { ...given, habits: { ...given.habits, fence: '~' } } : given
  const { losses } = settled
  const keys = new Keys(base.keys)
  const isSame = keys.of(settled.document) === keys.of(base.document)
  if (isSame && options.base !== undefined) return { text: base.text, exact: true, losses, way: 'same' }
  const distrust = new Map<object, Trust>()
  for (let round = 0; round < ROUNDS; round++) {
    const text = write(settled, base, keys, distrust)
    const suspects = differing(settled.document, readText(text).document, keys)
    if (suspects.length === 0) return { text, exact: true, losses, way: round === 0 ? 'patch' : 'anew' }
    if (!lower(distrust, suspects, settled.document)) break
  }
  return wholly(settled, base)
}

function baseFor({ base, habits }: PrintOptions): Base {
  const given = base === undefined ? emptyBase() : typeof base === 'string' ? readBase(base) : base
  return habits === undefined ? given : { ...given, habits }
}

/** Every block anew and with every escape; the last resort. */
function wholly(settled: Settled, base: Base): Printed {
  const bare = { ...emptyBase(), habits: base.habits }
  let suspects: readonly NodeJson[] = []
  let text = ''
  for (const trust of ['anew', 'escaped'] as const) {
    const distrust = new Map<object, Trust>()
    forEachNode(settled.document, (node) => distrust.set(node, trust))
    text = base.source.mark + write(settled, bare, new Keys(), distrust)
    suspects = differing(settled.document, readText(text).document, new Keys())
    if (suspects.length === 0) return { text, exact: true, losses: settled.losses, way: 'whole' }
  }
  const told = suspects.map((node) => `This could not be written so that it reads back: ${excerpt(node)}`)
  return { text, exact: false, losses: [...settled.losses, ...told], way: 'whole' }
}

/** Less trust in these nodes and all that is in them; false when there is none left to take. */
function lower(distrust: Map<object, Trust>, suspects: readonly NodeJson[], document: DocJson): boolean {
  let isLower = false
  for (const node of suspects) {
    const next: Trust = distrust.has(node) ? 'escaped' : 'anew'
    if (distrust.get(node) === 'escaped') continue
    isLower = true
    forEachNode(node, (each) => distrust.set(each, next))
  }
  if (isLower) return true
  // All of them are as careful as can be: what they stand in is next.
  for (const parent of parentsOf(document, new Set<object>(suspects))) {
    if (parent.type === 'doc' || distrust.has(parent)) continue
    isLower = true
    forEachNode(parent, (each) => distrust.set(each, 'anew'))
  }
  return isLower
}

function forEachNode(node: NodeJson, visit: (node: NodeJson) => void): void {
  visit(node)
  if (!('content' in node)) return
  for (const child of (node.content ?? []) as readonly NodeJson[]) forEachNode(child, visit)
}

function parentsOf(node: NodeJson, wanted: ReadonlySet<object>, found: NodeJson[] = []): NodeJson[] {
  const children = 'content' in node ? ((node.content ?? []) as readonly NodeJson[]) : []
  if (children.some((child) => wanted.has(child))) found.push(node)
  for (const child of children) parentsOf(child, wanted, found)
  return found
}

function excerpt(node: NodeJson): string {
  const words: string[] = []
  forEachNode(node, (each) => each.type === 'text' && words.push(each.text))
  return excerptOf(words.join(' '), 60) || `an empty ${node.type}`
}

function write(
  { document, definitions }: Settled,
  base: Base,
  keys: Keys,
  distrust: ReadonlyMap<object, Trust>,
): string {
  const writing: Writing = {
    base,
    keys,
    definitions,
    trustIn: (node) => distrust.get(node) ?? 'patch',
    blocks: (old, now, place) => writeBlocks(old, now, place, writing),
    item: (old, now, marker, place) => writeItem(old, now, marker, place, writing),
    inline: (node, old, frame, place) => inline(node, old, frame, place, writing),
  }
  return base.source.mark + writeDocument(document, writing)
}

function writeDocument(document: DocJson, writing: Writing): string {
  const { source, document: old, habits } = writing.base
  const blocks = document.content.filter((block) => block.type !== 'paragraph' || block.content !== undefined)
  const before = old.content.filter((block) => source.spanOf(block) !== undefined)
  const first = before[0] && source.spanOf(before[0])
  const last = before.at(-1) && source.spanOf(before.at(-1)!)
  const place: Place = {
    prefix: '',
    listPrefix: '',
    textPrefix: '',
    lineEnd: habits.lineEnd,
    isTight: false,
    // It would open front matter.
    avoid: new Set(['---']),
    frame: 'paragraph',
  }
  const body = writing.blocks(before, blocks, place)
  if (!first || !last) return body === '' ? source.text : `${body}${habits.lineEnd}`
  const isMatterFirst = blocks[0]?.type === 'rawBlock' && blocks[0].attrs.kind === 'yaml'
  return (isMatterFirst ? '' : source.slice(0, first.from)) + body + source.slice(last.to, source.text.length)
}

function inline(node: TextBlock, old: NodeJson | undefined, frame: Frame, place: Place, writing: Writing): string {
  const { base, definitions } = writing
  const trust = writing.trustIn(node)
  const isEscaped = trust === 'escaped'
  const setting = {
    frame,
    definitions,
    habits: base.habits,
    newLine: newLine({ ...place, prefix: place.textPrefix }),
    isEscaped,
  }
  const before = old === undefined || trust !== 'patch' ? undefined : oldText(old, base)
  return writeInline(node.content ?? [], before, setting)
}

/** The text of an old block with the place of each of its characters. */
function oldText(old: NodeJson, { source }: Base): OldText | undefined {
  const span = source.spanOf(old)
  const inner = span && innerOf(span.tree)
  if (!span || !inner || !('content' in old)) return undefined
  const units = sourceUnits((old.content ?? []) as readonly InlineJson[], phrasingIn(span.tree), source)
  return units && { source, units, ...inner }
}
