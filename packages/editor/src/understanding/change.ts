import { applyChanges, type Change } from '@plenary/shared/blocks'
import type { Editor } from '@tiptap/core'

import { asOneStep } from '../editor/history.ts'
import type { Entry } from './entries.ts'
import { understandingOf } from './extension.ts'
import type { FoundKind } from './found.ts'
import type { Reading } from './state.ts'

/**
 * Makes changes of the minutes that somebody asked for beside the text: one transaction, which one undo takes back. `plan` gets
 * the reading of the document as it stands at this moment, so what it names is where it says. False where nothing was done.
 */
export async function change(editor: Editor, plan: (reading: Reading) => readonly Change[]): Promise<boolean> {
  const live = understandingOf(editor)
  await live?.ready()
  const reading = editor.isEditable ? live?.now() : undefined
  if (live === undefined || reading === undefined) return false
  const { view } = editor
  const { tr } = view.state
  applyChanges(tr, plan(reading))
  if (!tr.docChanged) return false
  asOneStep(view, () => view.dispatch(tr))
  // Whoever asked for it sees at once what came of it.
  live.now()
  return true
}

/** The same for what an entry stands for; nothing happens where that is gone. */
export function changeEntry<K extends FoundKind>(
  editor: Editor,
  kind: K,
  key: string,
  plan: (value: Entry<K>['value'], reading: Reading) => readonly Change[],
): Promise<boolean> {
  return change(editor, (reading) => {
    const entries: readonly Entry<K>[] = reading.entries[kind]
    const entry = entries.find((entry) => entry.key === key)
    return entry === undefined ? [] : plan(entry.value, reading)
  })
}
