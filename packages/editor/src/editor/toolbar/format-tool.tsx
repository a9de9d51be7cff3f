import type { Editor } from '@tiptap/core'

import type { Context } from '../context.ts'
import type { FormatId } from '../formats/format.ts'
import { formatOf } from '../formats/formats.ts'
import { icons } from './icons.ts'
import type { MenuEntry } from './tool-menu.tsx'
import { runIn, Tool } from './tool.tsx'

/** What a tool needs to know of the text. */
export interface Place {
  readonly editor: Editor
  readonly context: Context
}

/** The button of a format. */
export function FormatTool({ editor, context, id }: Place & { readonly id: FormatId }) {
  const format = formatOf(id)
  return (
    <Tool
      title={format.title}
      shortcut={format.key}
      icon={icons[id]}
      pressed={format.isActive(context)}
      disabled={!format.isAllowed(context)}
      onPress={() => runIn(editor, format.run)}
    />
  )
}

/** The formats as entries of a menu. */
export function entriesOf({ editor, context }: Place, ids: readonly FormatId[]): MenuEntry[] {
  return ids.map(formatOf).map((format) => ({
    id: format.id,
    title: format.title,
    key: format.key,
    checked: format.isActive(context),
    disabled: !format.isAllowed(context),
    onPress: () => runIn(editor, format.run),
  }))
}
