import type { DocJson } from '@plenary/shared/document'
import type { Editor, Extensions, JSONContent } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useId, useState, type ReactNode } from 'react'

import './editor.css'
import { extensions as own } from './extensions.ts'
import { SlashMenu } from './slash/slash-menu.tsx'
import { AddressPanel } from './toolbar/address-panel.tsx'
import { Toolbar } from './toolbar/toolbar.tsx'

interface MinutesEditorProps {
  /** The name of the text field, read out by screen readers. */
  readonly label: string
  /** The binding to a shared document, carets, and whatever else goes on top. Read once. */
  readonly extensions?: Extensions
  readonly editable?: boolean
  /** Only without a shared document: what the editor begins with. Read once. */
  readonly content?: DocJson
  /** Told once; give it a function that stays the same. */
  readonly onReady?: (editor: Editor) => void
  /** Laid over the text, such as the carets of others. */
  readonly children?: ReactNode
}

/** The text of the minutes with its toolbar and menus. React draws what is around the text, never what is in it. */
export function MinutesEditor({ label, extensions, editable = true, content, onReady, children }: MinutesEditorProps) {
  const hint = useId()
  const [all] = useState(() => [...own(), ...(extensions ?? [])])
  const editor = useEditor({
    extensions: all,
    editable,
    ...(content ? { content: content as JSONContent } : {}),
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    enableCoreExtensions: { delete: false, drop: false, clipboardTextSerializer: false, textDirection: false },
    editorProps: {
      attributes: { class: 'minutes', 'aria-label': label, 'aria-multiline': 'true', 'aria-describedby': hint },
      scrollMargin: { top: 96, right: 0, bottom: 96, left: 0 },
      scrollThreshold: { top: 64, right: 0, bottom: 64, left: 0 },
    },
  })
  useEffect(() => {
    onReady?.(editor)
  }, [editor, onReady])
  // TipTap takes `editable` for the beginning only.
  useEffect(() => editor.setEditable(editable, false), [editor, editable])
  return (
    <div className="minutes-editor">
      {editable && <Toolbar editor={editor} />}
      <p id={hint} hidden>
        Esc then Tab leaves the editor
      </p>
      <div className="minutes-page">
        <EditorContent editor={editor} />
        {children}
      </div>
      {editable && <SlashMenu editor={editor} />}
      {editable && <AddressPanel editor={editor} />}
    </div>
  )
}
