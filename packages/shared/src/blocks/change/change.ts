import type { BlockJson, InlineJson, ListItemJson, TableCellJson, TableRowJson } from '../../document/node.ts'
import type { Path, Span } from '../path.ts'

/**
 * A change of the minutes as plain data. The model says what a click means (tick, name an owner, add a row); the editor makes
 * one transaction of it, the tests apply it to JSON. All places are those before the change.
 */
export type Change =
  | TextChange
  | {
      readonly type: 'attrs'
      readonly path: Path
      readonly attrs: Readonly<Record<string, string | number | boolean | null>>
    }
  /** Puts nodes before the child of this index, where the last number of the path is that index. */
  | {
      readonly type: 'insert'
      readonly path: Path
      readonly nodes: readonly (BlockJson | ListItemJson | TableRowJson | TableCellJson)[]
    }
  | { readonly type: 'remove'; readonly path: Path }

/** Puts this in place of the span's text; equal places insert. */
export interface TextChange {
  readonly type: 'text'
  readonly at: Span
  readonly content: readonly InlineJson[]
}
