import type { Carrier, Written } from '../block.ts'
import type { Path, Span } from '../path.ts'

/**
 * What says that this line is an action item: a label in the line (`ACTION:`, `**AI** …`, at its beginning or its end), a check
 * box, the heading or label it stands under, or a person who said so.
 */
export type ActionForm = 'label' | 'trailing-label' | 'box' | 'section' | 'said'

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
}
