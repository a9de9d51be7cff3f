import type { Understanding } from '@plenary/shared/blocks'
import type { DocJson } from '@plenary/shared/document'
import { type Editor, Extension } from '@tiptap/core'

import { LiveUnderstanding } from './live.ts'
import { readingPlugin } from './state.ts'

import './marks.css'

declare module '@tiptap/core' {
  interface Storage {
    /** Missing in an editor that only shows text. */
    understanding?: UnderstandingStorage
  }
}

interface UnderstandingStorage {
  readonly live: LiveUnderstanding
}

/** The understanding of an editor's document, for who shows it or acts on it. */
export function understandingOf(editor: Editor): LiveUnderstanding | undefined {
  return editor.storage.understanding?.live
}

/** Keeps the meeting understood while its minutes are written, and marks in the text what is. `read` is for tests. */
export function understanding(read?: (minutes: DocJson) => Understanding): Extension<unknown, UnderstandingStorage> {
  return Extension.create<unknown, UnderstandingStorage>({
    name: 'understanding',
    addStorage: () => ({ live: new LiveUnderstanding(read) }),
    addProseMirrorPlugins() {
      const { live } = this.storage
      return [
        readingPlugin((view) => {
          live.attach(view)
          return { update: (view, last) => live.update(view, last), destroy: () => live.detach() }
        }),
      ]
    },
  })
}
