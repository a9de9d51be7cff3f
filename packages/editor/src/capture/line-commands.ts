import type { Carrier, Change, Understanding } from '@plenary/shared/blocks'
import { samePath } from '@plenary/shared/blocks'
import type { DocJson } from '@plenary/shared/document'
import type { Forms } from '@plenary/shared/style'
import type { Editor } from '@tiptap/core'

import { formsOf } from '../style/house.ts'
import { understandingOf } from '../understanding/index.ts'
import { applyHere } from './apply.ts'
import { caretCell, type CaretLine, caretLine } from './caret-line.ts'
import { type Model, modelIfLoaded } from './model.ts'

/** The caret's line with all that is known of the minutes around it. */
export interface Here {
  readonly line: CaretLine
  readonly document: DocJson
  readonly understanding: Understanding
  readonly model: Model
  /** How what these minutes have none of is written. */
  readonly forms: Forms | undefined
}

/** Null where no line can become anything: in code, in a cell, over a selection, in an editor that only shows. */
export function here(editor: Editor): Here | null {
  const line = editor.isEditable ? caretLine(editor.state) : null
  const model = modelIfLoaded()
  const reading = line && understandingOf(editor)?.now()
  if (!line || !reading || model === undefined) return null
  const { document, understanding } = reading
  return { line, document, understanding, model, forms: formsOf(editor.state) }
}

/** Whether a block stands on the caret's line. */
export function isOn({ path, row }: Carrier, line: CaretLine): boolean {
  return row === line.row && samePath(path, line.path)
}

function isAmong(blocks: readonly { readonly carrier: Carrier }[], { line }: Here): boolean {
  return blocks.some(({ carrier }) => isOn(carrier, line))
}

/** Makes the line an action item as these minutes write them; `ask` opens the list of owners where nobody is named. */
export function toAction(editor: Editor, ask: (at: number) => void): boolean {
  const found = here(editor)
  if (found === null || isAmong(found.understanding.actions, found)) return false
  const { line, document, understanding, model, forms } = found
  const style = model.actionStyleOf(document, understanding.actions, forms?.action)
  const made = model.makeAction(document, line, style, understanding.roster)
  if (made !== null) {
    const { from, to } = made.caret
    // Behind a mere name its text is to come; a name before a text may have to be another one.
    const isBare = from < to && line.text.trimEnd().endsWith(':')
    applyHere(editor.view, made.changes, { ...made.caret, from: isBare ? to : from })
    if (from === to) ask(editor.state.selection.from)
    if (isBare) editor.commands.setTextSelection(caretLine(editor.state)?.to ?? editor.state.selection.to)
    return true
  }
  const { content = [] } = model.newAction({ text: '' }, { ...style, form: 'label' })
  write(editor, line, content)
  ask(editor.state.selection.from)
  return true
}

/** Makes the line a decision as these minutes write them. */
export function toDecision(editor: Editor): boolean {
  const found = here(editor)
  if (found === null || isAmong(found.understanding.decisions, found)) return false
  const { line, document, understanding, model, forms } = found
  const style = model.decisionStyleOf(document, understanding.decisions, forms?.decision)
  const next = understanding.decisions.length + 1
  const changes = model.makeDecision(document, line, style, next)
  if (changes === null) write(editor, line, model.newDecision('', style, next).content ?? [])
  else applyHere(editor.view, changes)
  return true
}

/** Says of the line, or of the table around the caret, that it is none of the blocks, whatever it looks like; that holds from then on. */
export function toPlain(editor: Editor): boolean {
  const place = editor.isEditable ? (caretLine(editor.state) ?? caretCell(editor.state)) : null
  const model = modelIfLoaded()
  const reading = place && understandingOf(editor)?.now()
  if (!place || !reading || model === undefined) return false
  applyHere(editor.view, model.overrule(reading.document, reading.understanding, place))
  return true
}

/** Fills an empty line; the caret stands behind what was written. */
function write(editor: Editor, { path, from, to }: CaretLine, content: (Change & { type: 'text' })['content']): void {
  const { $from } = editor.state.selection
  const begin = from - $from.start()
  const length = content.reduce((sum, node) => sum + (node.type === 'text' ? node.text.length : 1), 0)
  const caret = { path, from: begin + length, to: begin + length }
  applyHere(editor.view, [{ type: 'text', at: { path, from: begin, to: to - $from.start() }, content }], caret)
}
