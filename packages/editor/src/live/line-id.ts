import { holderAt, type Path, samePath } from '@plenary/shared/blocks'
import { identityOf } from '@plenary/shared/document'
import type { Editor } from '@tiptap/core'

import { newId, understandingOf } from '../understanding/index.ts'
import type { PlannedItem } from './agenda.ts'

/** The id of the node at a path, given to it here where it has none; nobody's undo takes it back. Null where none can stand. */
export function idAt(editor: Editor, path: Path): string | null {
  const reading = understandingOf(editor)?.now()
  const holder = reading && holderAt(reading.document, path)
  if (reading === undefined || holder === undefined) return null
  const known = identityOf(holder.node.attrs).id
  if (known !== undefined && known !== null) return known
  if (!editor.isEditable) return null
  const id = newId()
  const { tr } = editor.state
  editor.view.dispatch(tr.setNodeAttribute(reading.places.start(holder.path), 'id', id).setMeta('addToHistory', false))
  return id
}

/** Gives the line of an item that has none yet the id by which the record knows it while it is edited. */
export function nameItem(editor: Editor, { text, progress }: PlannedItem): string | null {
  if (progress !== null) return null
  const reading = understandingOf(editor)?.now()
  const topic = reading?.entries.topic.find(({ value }) => value.item.text === text)
  if (reading === undefined || topic === undefined || topic.value.item.id !== undefined) return null
  const { path } = topic.value.item.at
  const holder = holderAt(reading.document, path)
  // A table has one id for all of its rows: there the words must do.
  return holder !== undefined && samePath(holder.path, path) ? idAt(editor, path) : null
}
