/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the text keeps the focus and the keys */
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useRef, type ReactNode } from 'react'

import { Floating } from '../floating/floating.tsx'
import { keepFocus } from '../toolbar/tool.tsx'
import type { CaretMenu } from './caret-menu.ts'

interface CaretMenuListProps<Item> {
  readonly editor: Editor
  readonly menu: CaretMenu<Item>
  /** The name of the list for screen readers. */
  readonly label: string
  readonly children: (item: Item) => ReactNode
  /** Said where nothing fits; without it an empty list is not shown. */
  readonly note?: string
}

/** The list beside the caret. The focus stays in the text, which names the marked option (`aria-activedescendant`). */
export function CaretMenuList<Item>({ editor, menu, label, children, note }: CaretMenuListProps<Item>) {
  const open = useEditorState({ editor, selector: () => menu.of(editor.state), equalityFn: Object.is })
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  if (!open || (open.items.length === 0 && note === undefined)) return null
  return (
    <Floating editor={editor} pos={open.from}>
      <div ref={list} id={menu.listId} role="listbox" aria-label={label} className="menu">
        {open.items.map((item, index) => (
          <div
            key={menu.optionId(item)}
            id={menu.optionId(item)}
            role="option"
            aria-selected={index === open.marked}
            tabIndex={-1}
            className="menu-entry"
            onMouseDown={keepFocus}
            onClick={() => menu.choose(editor.view, item)}
          >
            {children(item)}
          </div>
        ))}
        {open.items.length === 0 && <p className="menu-note">{note}</p>}
      </div>
    </Floating>
  )
}
