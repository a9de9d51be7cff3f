import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { EditorContent, useEditor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { createRoot } from 'react-dom/client'

// GFM's cells hold a line of text, TipTap's hold paragraphs. With TipTap's own rule its binding would delete every cell
// of the shared note.
const LineCell = TableCell.extend({ content: 'inline*' })
const LineHeader = TableHeader.extend({ content: 'inline*' })

/** Shows the editor, which is the same whichever provider brings the note. */
export function showEditor(ydoc, provider) {
  const extensions = [
    StarterKit.configure({ undoRedo: false }),
    Table,
    TableRow,
    LineHeader,
    LineCell,
    TaskList,
    TaskItem,
    // The root in which the shared note is.
    Collaboration.configure({ document: ydoc, field: 'content' }),
    CollaborationCaret.configure({ provider, user: { name: 'Reader', color: '#f783ac' } }),
  ]
  function Page() {
    return <EditorContent editor={useEditor({ extensions })} />
  }
  createRoot(document.getElementById('page')).render(<Page />)
}
