import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { CircleQuestionMark, Redo2, Undo2 } from 'lucide-react'
import { useState } from 'react'

import { undoManagerOf } from '../../binding/index.ts'
import { contextOf } from '../context.ts'
import { BlockTools, StyleTool } from './block-tools.tsx'
import { FormatTool } from './format-tool.tsx'
import { INLINE } from './places.ts'
import { RovingToolbar } from './roving.tsx'
import { ShortcutHelp } from './shortcut-help.tsx'
import { TableTools } from './table-tools.tsx'
import { Tool } from './tool.tsx'

import './toolbar.css'

/** The formats as buttons. In a table the tools for tables take the place of those for blocks, which no cell can hold. */
export function Toolbar({ editor }: { readonly editor: Editor }) {
  const context = useEditorState({ editor, selector: () => contextOf(editor.state) })
  const [help, setHelp] = useState(false)
  const place = { editor, context }
  return (
    <>
      <RovingToolbar label="Formatting" className="toolbar" onLeave={() => editor.view.focus()}>
        <UndoTools editor={editor} />
        {!context.inTable && <StyleTool {...place} />}
        <div className="tools">
          {INLINE.map((id) => (
            <FormatTool key={id} {...place} id={id} />
          ))}
        </div>
        {context.inTable ? <TableTools editor={editor} /> : <BlockTools {...place} />}
        <div className="tools tools-last">
          <Tool title="Keyboard and Markdown help" icon={CircleQuestionMark} onPress={() => setHelp(true)} />
        </div>
      </RovingToolbar>
      {help && <ShortcutHelp onClose={() => setHelp(false)} />}
    </>
  )
}

function UndoTools({ editor }: { readonly editor: Editor }) {
  const { canUndo, canRedo } = useEditorState({ editor, selector: () => historyOf(editor) })
  return (
    <div className="tools">
      <Tool title="Undo" shortcut="Mod-z" icon={Undo2} disabled={!canUndo} onPress={() => editor.commands.undo()} />
      <Tool title="Redo" shortcut="Mod-y" icon={Redo2} disabled={!canRedo} onPress={() => editor.commands.redo()} />
    </div>
  )
}

function historyOf(editor: Editor): { canUndo: boolean; canRedo: boolean } {
  const manager = undoManagerOf(editor.state)
  return { canUndo: manager?.canUndo() ?? false, canRedo: manager?.canRedo() ?? false }
}
