import { contentOf } from '@plenary/shared/document'
import { Extension } from '@tiptap/core'
import { redoCommand, undoCommand, ySyncPlugin, yUndoPlugin } from 'y-prosemirror'
import type * as Y from 'yjs'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    collaboration: {
      /** Takes back one's own last edit; what others wrote stays. */
      undo: () => ReturnType
      redo: () => ReturnType
    }
  }
}

export interface CollaborationOptions {
  readonly doc: Y.Doc
}

/** Binds the editor to the meeting's document. Everything that it shows comes from there; give the editor no `content`. */
export function collaboration({ doc }: CollaborationOptions): Extension {
  return Extension.create({
    name: 'collaboration',
    priority: 1000,
    addCommands: () => ({
      undo:
        () =>
        ({ state, dispatch, tr }) => {
          tr.setMeta('preventDispatch', true)
          return undoCommand(state, dispatch)
        },
      redo:
        () =>
        ({ state, dispatch, tr }) => {
          tr.setMeta('preventDispatch', true)
          return redoCommand(state, dispatch)
        },
    }),
    addKeyboardShortcuts() {
      return {
        'Mod-z': () => this.editor.commands.undo(),
        'Mod-y': () => this.editor.commands.redo(),
        'Shift-Mod-z': () => this.editor.commands.redo(),
      }
    },
    addProseMirrorPlugins: () => [ySyncPlugin(contentOf(doc)), yUndoPlugin()],
  })
}
