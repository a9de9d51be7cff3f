import type { Owned } from './owners.ts'

/** A label at the beginning of a text, by its place in the line. */
export interface Label {
  readonly from: number
  /** Behind its own words: where `(owner)` would go. */
  readonly word: number
  /** Where the text, or an owner before it, begins. */
  readonly to: number
  /** The owners that it holds itself. */
  readonly owned: Owned | null
  /** Where the text ends, if the label's bracket holds that too: `[ACTION: Lee to write]`. */
  readonly end: number | null
}

/** What may stand behind a label or a name; marks that Markdown took for text are passed over. */
export const COLON = /[\s*_]*[:：]+[\s*_]*/y
export const DASH = /[\s*_]*\s[-–—]{1,2}\s+|[\s*_]*\s?[–—]\s*/y
export const BLANK = /[\s*_]+/y

export function plainLabel(from: number, word: number, to: number): Label {
  return { from, word, to, owned: null, end: null }
}
