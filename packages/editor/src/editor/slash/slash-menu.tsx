/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the text keeps the focus and the keys */
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useRef } from 'react'

import { Floating } from '../floating/floating.tsx'
import { icons } from '../toolbar/icons.ts'
import { keepFocus } from '../toolbar/tool.tsx'
import { choose, LIST_ID, optionId, slashOf } from './slash.ts'

/** The list beside the slash. The focus stays in the text, which names the marked option (`aria-activedescendant`). */
export function SlashMenu({ editor }: { readonly editor: Editor }) {
  const slash = useEditorState({ editor, selector: () => slashOf(editor.state), equalityFn: Object.is })
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  if (!slash) return null
  return (
    <Floating editor={editor} pos={slash.from}>
      <div ref={list} id={LIST_ID} role="listbox" aria-label="Insert" className="menu">
        {slash.items.map((format, index) => {
          const Icon = icons[format.id]
          return (
            <div
              key={format.id}
              id={optionId(format)}
              role="option"
              aria-selected={index === slash.marked}
              tabIndex={-1}
              className="menu-entry"
              onMouseDown={keepFocus}
              onClick={() => choose(editor.view, format)}
            >
              <Icon size={18} aria-hidden />
              <span>{format.title}</span>
              {format.typed !== null && <code aria-hidden>{format.typed.trimEnd()}</code>}
            </div>
          )
        })}
        {slash.items.length === 0 && <p className="menu-note">Nothing is called so. Esc keeps the text.</p>}
      </div>
    </Floating>
  )
}
