import type { EditorState } from '@tiptap/pm/state'

import { caretLine } from './caret-line.ts'

/** The labels after which somebody is to be named, when a blank follows; as the recogniser reads them. */
const LABEL = /^(?:ACTION(?: ITEM)?S?|AI|TODO|Action(?: [Ii]tem)?|Todo)\s*:$|^(?:ACTION ITEM|ACTION|TODO|AI)$/

/** Whether the blank that is about to be typed ends the label of an action item that begins at `begin`, or at the beginning of the line. */
export function endsActionLabel(state: EditorState, begin?: number): boolean {
  const line = caretLine(state)
  return line !== null && LABEL.test(line.before.slice(begin === undefined ? 0 : begin - line.from).trimStart())
}
