import { Extension } from '@tiptap/core'
import { keymap } from '@tiptap/pm/keymap'
import type { Command } from '@tiptap/pm/state'
import { Plugin } from '@tiptap/pm/state'

import { contextOf } from '../context.ts'
import { formats } from '../formats/formats.ts'
import { structureKeys } from './structure.ts'

const formatKeys = Object.fromEntries(
  formats.flatMap(({ key, run, isAllowed }): [string, Command][] =>
    // A key of ours that does nothing here must not do something of the browser's instead.
    key === null
      ? []
      : [[key, (state, dispatch, view) => !isAllowed(contextOf(state)) || run(state, dispatch, view) || true]],
  ),
)

/** Every key of the editor. Shift-Enter is the exception in code, where it is a new line as Enter is. */
export const Keys = Extension.create({
  name: 'keys',
  priority: 200,
  addKeyboardShortcuts() {
    return {
      // What was typed just before is given back first, whatever else Backspace would do here.
      Backspace: () =>
        this.editor.commands.undoInputRule() ||
        (structureKeys['Backspace']?.(this.editor.state, this.editor.view.dispatch) ?? false),
    }
  },
  addProseMirrorPlugins() {
    const { Backspace: _, ...others } = structureKeys
    return [leaving(), keymap({ ...formatKeys, ...others })]
  },
})

/** Escape, then Tab leaves the editor, even where Tab means something in the text. */
function leaving(): Plugin {
  let escaped = false
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown(_view, event) {
          const leaves = escaped && event.key === 'Tab'
          if (event.key !== 'Shift') escaped = event.key === 'Escape'
          // True without `preventDefault`: the browser moves the focus, and no key map sees the Tab.
          return leaves
        },
        blur() {
          escaped = false
          return false
        },
      },
    },
  })
}
