import type { AgendaItemRef } from '@plenary/shared/ledger'
import type { Editor } from '@tiptap/core'

import { applyHere, modelIfLoaded } from '../capture/index.ts'
import { formsOf } from '../style/house.ts'
import { understandingOf } from '../understanding/index.ts'

/** Leads the caret to where the notes of an item go on, and makes their heading or bullet where it is missing. */
export function toNotes(editor: Editor, item: AgendaItemRef): boolean {
  const model = modelIfLoaded()
  const reading = understandingOf(editor)?.now()
  // A word that is being composed is not broken off: whoever writes it finds the way.
  if (!editor.isEditable || editor.view.composing || model === undefined || reading === undefined) return false
  const { changes, at } = model.notesPlaceOf(reading.document, item, formsOf(editor.state)?.notes)
  applyHere(editor.view, changes, { path: at.path, from: at.from, to: at.from })
  return true
}
