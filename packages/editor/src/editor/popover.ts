import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type Command, type EditorState } from '@tiptap/pm/state'

/** The small panels that ask for an address; which one is open is editor state, so that keys and menus can open it. */
export type PopoverKind = 'link' | 'image'

const key = new PluginKey<PopoverKind | null>('popover')

export const popoverOf = (state: EditorState): PopoverKind | null => key.getState(state) ?? null

export function openPopover(kind: PopoverKind): Command {
  return (state, dispatch) => {
    if (!state.selection.$from.parent.inlineContent || state.selection.$from.parent.type.spec.code) return false
    dispatch?.(state.tr.setMeta(key, kind))
    return true
  }
}

export const closePopover: Command = (state, dispatch) => {
  if (popoverOf(state) === null) return false
  dispatch?.(state.tr.setMeta(key, null))
  return true
}

export const Popovers = Extension.create({
  name: 'popovers',
  addProseMirrorPlugins: () => [
    new Plugin<PopoverKind | null>({
      key,
      state: {
        init: () => null,
        apply(tr, open) {
          const next = tr.getMeta(key) as PopoverKind | null | undefined
          return next === undefined ? open : next
        },
      },
    }),
  ],
})
