import type { Editor } from '@tiptap/core'

import { CaretMenuList } from '../menu/caret-menu-list.tsx'
import { slashMenu } from './slash.ts'

/** The list beside the slash. */
export function SlashMenu({ editor }: { readonly editor: Editor }) {
  return (
    <CaretMenuList editor={editor} menu={slashMenu} label="Insert" note="Nothing is called so. Esc keeps the text.">
      {({ icon: Icon, title, typed }) => (
        <>
          <Icon size={18} aria-hidden />
          <span>{title}</span>
          {typed !== null && <code aria-hidden>{typed.trimEnd()}</code>}
        </>
      )}
    </CaretMenuList>
  )
}
