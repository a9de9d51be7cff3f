import { HocuspocusProvider } from '@hocuspocus/provider'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { EditorContent, useEditor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { createRoot } from 'react-dom/client'
import * as Y from 'yjs'

const ydoc = new Y.Doc()
const name = new URLSearchParams(location.search).get('note')
const provider = new HocuspocusProvider({ url: `ws://${location.host}`, name, document: ydoc })

// GFM's cells hold a line of text, TipTap's hold paragraphs. With TipTap's own rule its binding would delete every cell
// of the shared note.
const LineCell = TableCell.extend({ content: 'inline*' })
const LineHeader = TableHeader.extend({ content: 'inline*' })

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
