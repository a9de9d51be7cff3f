import { contentOf } from '@plenary/shared/document'
import { type Command, type Content, type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import type * as Y from 'yjs'

import { Binding, isRemote } from './binding.ts'
import { Undo } from './undo.ts'
import type { UnreadableError } from './unreadable.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    collaboration: {
      /** Takes back one's own last edit; what others wrote stays. */
      undo: () => ReturnType
      redo: () => ReturnType
    }
  }
  interface Storage {
    /** Missing in an editor that is bound to nothing. */
    collaboration?: CollaborationStorage
  }
}

export interface CollaborationOptions {
  readonly doc: Y.Doc
  /** Something came in that this page's schema cannot show; the editor has become read-only. */
  readonly onUnreadable?: (error: UnreadableError) => void
}

export interface CollaborationStorage {
  binding: Binding | undefined
  undo: Undo | undefined
}

interface PluginState {
  readonly manager: Y.UndoManager
  /** Whether the last change, with all that plugins added to it, is the person's own and may be undone. */
  readonly tracked: boolean
}

const KEY = new PluginKey<PluginState>('collaboration')

/** What holds one's own edits, or undefined in an editor that is bound to no document. */
export function undoManagerOf(state: EditorState): Y.UndoManager | undefined {
  return KEY.getState(state)?.manager
}

/** The binding of an editor, for who needs places in the document. */
export function bindingOf(editor: Editor): Binding | undefined {
  return editor.storage.collaboration?.binding
}

/**
 * Binds an editor to the meeting's document. The editor takes its content from there, so it gets no `content` of its own,
 * and it is made only after the session is ready. Throws UnreadableError where this page cannot show the document.
 */
export function collaboration({ doc, onUnreadable }: CollaborationOptions): Extension<unknown, CollaborationStorage> {
  return Extension.create<unknown, CollaborationStorage>({
    name: 'collaboration',
    // Before all others: what a person did is in the document before any other plugin's view hears of it.
    priority: 1000,
    addStorage: () => ({ binding: undefined, undo: undefined }),

    onBeforeCreate() {
      const binding = new Binding(contentOf(doc), this.editor.schema, (error) => {
        this.editor.setEditable(false)
        onUnreadable?.(error)
      })
      this.storage.binding = binding
      this.storage.undo = new Undo(binding)
      // The very nodes, so that no transaction is needed to show them. TipTap takes them; its types do not say so.
      this.editor.options.content = binding.node as unknown as Content
    },

    onDestroy() {
      this.storage.undo?.destroy()
      this.storage.binding?.destroy()
    },

    addCommands() {
      const { storage } = this
      // The change comes back from the document, as a transaction of its own.
      const command =
        (can: 'canUndo' | 'canRedo', act: 'undo' | 'redo') =>
        (): Command =>
        ({ tr, dispatch }) => {
          tr.setMeta('preventDispatch', true)
          if (storage.undo?.manager[can]() !== true) return false
          if (dispatch) storage.undo.step(act)
          return true
        }
      return { undo: command('canUndo', 'undo'), redo: command('canRedo', 'redo') }
    },

    addKeyboardShortcuts() {
      return {
        'Mod-z': () => this.editor.commands.undo() || true,
        'Mod-y': () => this.editor.commands.redo() || true,
        'Shift-Mod-z': () => this.editor.commands.redo() || true,
      }
    },

    addProseMirrorPlugins() {
      const { binding, undo } = this.storage
      if (binding === undefined || undo === undefined) return []
      return [pluginFor(binding, undo)]
    },
  })
}

function pluginFor(binding: Binding, undo: Undo): Plugin<PluginState> {
  return new Plugin<PluginState>({
    key: KEY,
    state: {
      init: () => ({ manager: undo.manager, tracked: false }),
      apply: (tr, { manager, tracked }) => {
        const own = tr.docChanged && tr.getMeta('addToHistory') !== false && !isRemote(tr)
        return { manager, tracked: own || (tracked && tr.getMeta('appendedTransaction') !== undefined) }
      },
    },
    view: (view) => {
      undo.attach(view)
      binding.attach(view)
      return {
        update: (view, last) => binding.write(view, last, KEY.getState(view.state)?.tracked ?? true),
        destroy: () => {
          binding.detach()
          undo.detach()
        },
      }
    },
  })
}
