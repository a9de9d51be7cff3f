import type { Editor } from '@tiptap/core'

import { CaretMenuList } from '../editor/menu/caret-menu-list.tsx'
import { captureMenusOf } from './capture.ts'

/** The lists beside the caret: who takes it, who speaks, and what the line is to be. */
export function CaptureLists({ editor }: { readonly editor: Editor }) {
  const menus = captureMenusOf(editor)
  if (menus === undefined) return null
  return (
    <>
      <CaretMenuList editor={editor} menu={menus.owner} label="Who takes it">
        {({ name, handle }) => (
          <>
            <span>{name}</span>
            {handle !== null && handle !== name && <code aria-hidden>@{handle}</code>}
          </>
        )}
      </CaretMenuList>
      <CaretMenuList editor={editor} menu={menus.speaker} label="Who speaks">
        {({ name }) => <span>{name}</span>}
      </CaretMenuList>
      <CaretMenuList editor={editor} menu={menus.line} label="This line is">
        {({ icon: Icon, title, letter }) => (
          <>
            <Icon size={18} aria-hidden />
            <span>{title}</span>
            <kbd aria-hidden>{letter.toUpperCase()}</kbd>
          </>
        )}
      </CaretMenuList>
    </>
  )
}
