import type { Carrier, Written } from '../block.ts'
import type { Span } from '../path.ts'

/** What says that this is a decision: a label in the line, the heading it stands under, the column of a table, or a person who said so. */
export type DecisionForm = 'label' | 'section' | 'row' | 'said'

/** What the group has decided. */
export interface Decision {
  readonly kind: 'decision'
  readonly carrier: Carrier
  readonly form: DecisionForm
  /** Without the label. */
  readonly text: Written<string>
  /** From its first letter to where the text begins, or from the text's end to the line's; null where a heading or a person says that it is a decision. */
  readonly label: Span | null
}
