import type { Keys } from '../document/keys.ts'
import type { BlockJson, HeadingJson, ListItemJson, NodeJson, ParagraphJson, TableCellJson } from '../document/node.ts'
import type { Base } from './base.ts'
import type { Definitions } from './definitions.ts'
import type { Frame } from './frame.ts'

/** Where a block is written. */
export interface Place {
  /** What stands before each further line of the block: the indents and markers of its containers. */
  readonly prefix: string
  /** The same for lists, which some texts indent deeper than CommonMark asks for. */
  readonly listPrefix: string
  /** The same for the further lines of a paragraph's text. */
  readonly textPrefix: string
  readonly lineEnd: string
  /** Blocks follow each other without blank lines where they can. */
  readonly isTight: boolean
  /** List markers that would run together with a neighbour's or make a rule: `-`, `*`, `+`, `.` or `)`. */
  readonly avoid: ReadonlySet<string>
  /** Which frame a paragraph stands in. */
  readonly frame: Extract<Frame, 'paragraph' | 'item' | 'task'>
}

/** How much of a node's old source is trusted: less each time that what was written read back differently. */
export type Trust = 'patch' | 'anew' | 'escaped'

export type TextBlock = ParagraphJson | HeadingJson | TableCellJson

/** What the parts of the printer share. They call each other through it, as blocks hold lists and lists hold blocks. */
export interface Writing {
  readonly base: Base
  readonly keys: Keys
  readonly definitions: Definitions
  trustIn(node: object): Trust
  /** Blocks as a patch of the blocks that stood there before; only those that have a place in the source count. */
  blocks(old: readonly BlockJson[], now: readonly BlockJson[], place: Place): string
  item(old: ListItemJson | undefined, now: ListItemJson, marker: Marker, place: Place): string
  inline(node: TextBlock, old: NodeJson | undefined, frame: Frame, place: Place): string
}

/** A list item's marker and the blanks behind it. */
export interface Marker {
  readonly text: string
  readonly gap: string
}

/** Whether the two are the same content, so that the old source can stand. */
export function isSame(writing: Writing, old: BlockJson | ListItemJson, now: BlockJson | ListItemJson): boolean {
  return writing.trustIn(now) === 'patch' && writing.keys.of(old) === writing.keys.of(now)
}

/** A line end and what stands before the next line. */
export function newLine({ lineEnd, prefix }: Place): string {
  return lineEnd + prefix
}

/** The same with this many line ends, the lines between left empty. */
export function blankLines(count: number, { lineEnd, prefix }: Place, lead: string = prefix): string {
  return (lineEnd + prefix.trimEnd()).repeat(count - 1) + lineEnd + lead
}

/** Lines of text, each further one behind the prefix, empty ones without trailing blanks. */
export function placed(lines: readonly string[], place: Place): string {
  return lines
    .map((line, index) =>
      index === 0 ? line : place.lineEnd + (line === '' ? place.prefix.trimEnd() : place.prefix + line),
    )
    .join('')
}

/** The column behind this text; a tab goes to the next multiple of four. */
export function columnsOf(text: string): number {
  let column = 0
  for (const char of text) column += char === '\t' ? 4 - (column % 4) : 1
  return column
}
