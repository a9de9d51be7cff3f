import type { Path } from '@plenary/shared/blocks'
import { oneLine } from '@plenary/shared/document'
import type { Editor } from '@tiptap/core'

import { caretLine, isOn } from '../capture/index.ts'
import { lastReading } from '../understanding/index.ts'

/** What the caret's line says, without the label of a decision or poll. */
export interface CaretWording {
  readonly path: Path
  readonly wording: string
}

const LABEL = /^(?:\W{0,4}(?:RESOLVED|RESOLUTION|DECISION|DECIDED|AGREED|CONSENSUS|PROPOSAL|POLL|VOTE)\W{0,3}:\W{0,3})/i

/** The words of the line that the caret is in; null where it is in none, or in an empty one. */
export function caretWording(editor: Editor): CaretWording | null {
  const line = caretLine(editor.state)
  if (line === null) return null
  const decision = lastReading(editor.state)?.understanding.decisions.find(({ carrier }) => isOn(carrier, line))
  const wording = oneLine(decision?.text.value ?? line.text.replace(LABEL, ''))
  return wording === '' ? null : { path: line.path, wording }
}
