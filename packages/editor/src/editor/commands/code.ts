import type { Command, EditorState } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'

import { caretBehind } from './block.ts'

const INDENT = '  '

const inSource = ({ selection: { $from, $to } }: EditorState): boolean =>
  $from.parent.type.spec.code === true && $from.sameParent($to)

/** Tab in code: two blanks at the caret, or in front of every selected line. */
export const indentCode: Command = (state, dispatch) => {
  if (!inSource(state)) return false
  const { tr, selection } = state
  if (selection.empty) tr.insertText(INDENT)
  else for (const pos of lineStarts(state).toReversed()) tr.insertText(INDENT, pos)
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Shift-Tab in code: up to two blanks less in front of every selected line. */
export const outdentCode: Command = (state, dispatch) => {
  if (!inSource(state)) return false
  const { tr, doc } = state
  for (const pos of lineStarts(state).toReversed()) {
    const blanks = /^ {0,2}/.exec(doc.textBetween(pos, state.selection.$from.end()))?.[0].length ?? 0
    if (blanks > 0) tr.delete(pos, pos + blanks)
  }
  dispatch?.(tr)
  return true
}

/** Where the lines begin that the selection touches. */
function lineStarts({ selection: { $from, $to } }: EditorState): number[] {
  const text = $from.parent.textContent
  const first = text.lastIndexOf('\n', $from.parentOffset - 1) + 1
  const starts = [$from.start() + first]
  for (let at = text.indexOf('\n', first); at >= 0 && at < $to.parentOffset; at = text.indexOf('\n', at + 1)) {
    starts.push($from.start() + at + 1)
  }
  return starts
}

/** Enter on the second of two empty lines at the end of code leaves it and takes the empty lines away. */
export const leaveCodeOnEmptyLines: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || !inSource(state) || $from.parentOffset < $from.parent.content.size) return false
  if (!$from.parent.textContent.endsWith('\n\n')) return false
  const { tr } = state
  tr.delete($from.pos - 2, $from.pos)
  dispatch?.(caretBehind(tr, tr.mapping.map($from.after())).scrollIntoView())
  return true
}

/** ArrowDown on the last line of code that nothing follows makes a paragraph below it. */
export const leaveCodeDown: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || !inSource(state) || $from.parent.textContent.includes('\n', $from.parentOffset)) return false
  if (state.doc.resolve($from.after()).nodeAfter) return false
  dispatch?.(caretBehind(state.tr, $from.after()).scrollIntoView())
  return true
}

/** Mod-a in code selects the code first. */
export const selectSource: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  if (!inSource(state) || ($from.parentOffset === 0 && $to.parentOffset === $to.parent.content.size)) return false
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, $from.start(), $from.end())))
  return true
}
