import type { Carrier, Written } from '../block.ts'
import type { Path, Span } from '../path.ts'

/**
 * What says that this line is an action item: a label in the line (`ACTION:`, `**AI** …`, at its beginning or its end), a check
 * box, the heading or label it stands under, the table that it is a row of, or a person who said so.
 */
export type ActionForm = 'label' | 'trailing-label' | 'box' | 'section' | 'row' | 'said'

/**
 * How owners are written: `Lee: …`, `Lee to …`, `Lee will …`, `@lee …`, `AI(Lee): …`, `[ACTION - Lee] …`, `ACTION - Lee - …`,
 * `… - Lee`, `… (Lee)`, `… **ACTION**: Lee`; in several sentences, `Lee to write. Mary to read.`; in a cell of their own; or not in the line at all, where a heading or label above names them for all that is below it.
 */
export type OwnerForm =
  | 'colon'
  | 'to'
  | 'will'
  | 'mention'
  | 'parens'
  | 'brackets'
  | 'dash'
  | 'end-dash'
  | 'end-parens'
  | 'behind-label'
  | 'sentences'
  | 'cell'
  | 'above'

/** How the line says that it is done: its check box, `[x]` that Markdown takes for text, a struck text, a word such as `[DONE]`, or a cell for it. */
export type DoneForm = 'box' | 'typed-box' | 'strike' | 'word' | 'cell'

/** Where the parts of the line stand that are not its text: what a change of the action replaces or takes away. */
export interface ActionParts {
  /** From the label's first letter to where owner or text begin; for a label at the end all of it, with the blank before it. */
  readonly label: Span | null
  /** The label's own words, without what separates it from the text. */
  readonly word: Span | null
  /** The owners with what stands around them (`Lee: `, `(Lee)`); empty where they would go. */
  readonly owners: { readonly form: OwnerForm; readonly at: Span | null }
  /** `(due 2027-05-04)`, all of it; in a table the cell for it, also while it is empty. */
  readonly due: Span | null
  readonly done: { readonly form: DoneForm; readonly at: Span | null } | null
}

/** Something that somebody is to do after the meeting. */
export interface Action {
  readonly kind: 'action'
  readonly carrier: Carrier
  readonly form: ActionForm
  /** What is to be done, without label, owners and due date. */
  readonly text: Written<string>
  /** As written, without `@`; `all` where everybody is meant. Empty: nobody has taken it yet. */
  readonly owners: readonly Written<string>[]
  /** Where an owner would be written if there were one; null where the form has no place of its own. */
  readonly ownerPlace: Span | null
  /** An ISO date (`2027-05-04`). */
  readonly due?: Written<string>
  readonly done: boolean
  /** The item whose check box says whether it is done. */
  readonly box: Path | null
  readonly parts: ActionParts
}
