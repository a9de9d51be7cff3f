import { Extension } from '@tiptap/core'
import { keymap } from '@tiptap/pm/keymap'
import type { Command } from '@tiptap/pm/state'
import { Plugin } from '@tiptap/pm/state'

import { clearCells } from '../commands/table-keys.ts'
import { contextOf } from '../context.ts'
import type { Format } from '../formats/format.ts'
import { formats } from '../formats/formats.ts'
import { asOneStep } from '../history.ts'
import { structureKeys } from './structure.ts'

/** A key of ours that does nothing here must not do something of the browser's instead: it is always taken. */
function keyOf({ run, isAllowed }: Format): Command {
  return (state, dispatch, view) => {
    if (!isAllowed(contextOf(state))) return true
    if (view) asOneStep(view, () => run(state, dispatch, view))
    else run(state, dispatch)
    return true
  }
}

const formatKeys = Object.fromEntries(
  formats.flatMap((format): [string, Command][] => (format.key === null ? [] : [[format.key, keyOf(format)]])),
)

/** Every key of the editor. */
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
    return [leaving(), typingOverCells(), keymap({ ...formatKeys, ...others })]
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

/** What is typed over several cells stands in the first of them; the others are emptied, and all stay. */
function typingOverCells(): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, _from, _to, text) {
        if (!clearCells(view.state, view.dispatch)) return false
        view.dispatch(view.state.tr.insertText(text).scrollIntoView())
        return true
      },
    },
  })
}
