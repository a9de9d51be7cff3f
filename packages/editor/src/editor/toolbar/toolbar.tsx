import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { CircleQuestionMark, Ellipsis, IndentDecrease, IndentIncrease, Redo2, Undo2 } from 'lucide-react'
import { useState } from 'react'

import { undoManagerOf } from '../../binding/index.ts'
import { liftItem, sinkItem } from '../commands/list.ts'
import { contextOf, type Context } from '../context.ts'
import type { Format, FormatId } from '../formats/format.ts'
import { formatOf } from '../formats/formats.ts'
import { icons } from './icons.ts'
import { RovingToolbar } from './roving.tsx'
import { ShortcutHelp } from './shortcut-help.tsx'
import { ToolMenu, type MenuEntry } from './tool-menu.tsx'
import { runIn, Tool } from './tool.tsx'

import './toolbar.css'

/** What stands in the toolbar. Every format has its place in one of these. */
export const STYLES: readonly FormatId[] = [
  'paragraph',
  'heading-1',
  'heading-2',
  'heading-3',
  'heading-4',
  'heading-5',
  'heading-6',
]
export const MARKS: readonly FormatId[] = ['bold', 'italic', 'strike', 'code', 'link']
export const LISTS: readonly FormatId[] = ['bullet-list', 'ordered-list', 'task-list']
export const BLOCKS: readonly FormatId[] = ['quote', 'code-block', 'table', 'image']
export const MORE: readonly FormatId[] = ['rule', 'hard-break', 'html', 'front-matter']

export function Toolbar({ editor }: { readonly editor: Editor }) {
  const context = useEditorState({ editor, selector: () => contextOf(editor.state) })
  const { canUndo, canRedo } = useEditorState({ editor, selector: () => historyOf(editor) })
  const [help, setHelp] = useState(false)
  const tool = (id: FormatId) => <FormatTool key={id} editor={editor} context={context} format={formatOf(id)} />
  const entries = (ids: readonly FormatId[]) => ids.map((id) => entryOf(editor, context, formatOf(id)))
  const style = STYLES.map(formatOf).find((format) => format.isActive(context))
  return (
    <RovingToolbar label="Formatting" className="toolbar" onLeave={() => editor.view.focus()}>
      <div className="tools">
        <Tool
          title="Undo"
          shortcut="Mod-z"
          icon={Undo2}
          disabled={!canUndo}
          onPress={() => undoManagerOf(editor.state)?.undo()}
        />
        <Tool
          title="Redo"
          shortcut="Mod-y"
          icon={Redo2}
          disabled={!canRedo}
          onPress={() => undoManagerOf(editor.state)?.redo()}
        />
      </div>
      <div className="tools">
        <ToolMenu
          label="Text style"
          face={<span className="tool-style">{style?.title ?? 'Style'}</span>}
          entries={entries(STYLES)}
        />
      </div>
      <div className="tools">{MARKS.map(tool)}</div>
      <div className="tools">
        {LISTS.map(tool)}
        <Tool
          title="One level out"
          shortcut="Shift-Tab"
          icon={IndentDecrease}
          disabled={context.list === null}
          onPress={() => runIn(editor, liftItem)}
        />
        <Tool
          title="One level in"
          shortcut="Tab"
          icon={IndentIncrease}
          disabled={context.list === null}
          onPress={() => runIn(editor, sinkItem)}
        />
      </div>
      <div className="tools">
        {BLOCKS.map(tool)}
        <ToolMenu label="More" face={<Ellipsis size={18} aria-hidden />} entries={entries(MORE)} />
      </div>
      <div className="tools tools-last">
        <Tool title="Keyboard and Markdown help" icon={CircleQuestionMark} onPress={() => setHelp(true)} />
      </div>
      {help && <ShortcutHelp onClose={() => setHelp(false)} />}
    </RovingToolbar>
  )
}

function historyOf(editor: Editor): { canUndo: boolean; canRedo: boolean } {
  const manager = undoManagerOf(editor.state)
  return { canUndo: manager?.canUndo() ?? false, canRedo: manager?.canRedo() ?? false }
}

interface FormatToolProps {
  readonly editor: Editor
  readonly context: Context
  readonly format: Format
}

function FormatTool({ editor, context, format }: FormatToolProps) {
  return (
    <Tool
      title={format.title}
      shortcut={format.key}
      icon={icons[format.id]}
      pressed={format.isActive(context)}
      disabled={!format.isAllowed(context)}
      onPress={() => runIn(editor, format.run)}
    />
  )
}

function entryOf(editor: Editor, context: Context, format: Format): MenuEntry {
  return {
    id: format.id,
    title: format.title,
    key: format.key,
    checked: format.isActive(context),
    disabled: !format.isAllowed(context),
    onPress: () => runIn(editor, format.run),
  }
}
