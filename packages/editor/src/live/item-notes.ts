import type { AgendaItemRef } from '@plenary/shared/ledger'
import type { Editor } from '@tiptap/core'

import { jumpTo, understandingOf } from '../understanding/index.ts'

/** Leads the caret to where the notes of an item stand. */
export function toNotes(editor: Editor, { item, text }: AgendaItemRef): void {
  const row = understandingOf(editor)
    ?.overview.get()
    .topics.find((topic) => topic.item === item || topic.text === text)
  if (row !== undefined) jumpTo(editor, row.key, { focus: editor.view.hasFocus() })
}
