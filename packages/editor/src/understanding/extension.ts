import { type Editor, Extension } from '@tiptap/core'

import { untilThere } from '../connection/until-there.ts'
import { LiveUnderstanding, type Understand } from './live.ts'
import { type Reader, WorkerReader } from './reader.ts'
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

interface UnderstandingOptions {
  readonly reader: Reader
  readonly load: () => Promise<Understand>
}

/** Keeps the meeting understood while its minutes are written, and marks in the text what is. The options are for tests. */
export function understanding(options: UnderstandingOptions = usual()): Extension<unknown, UnderstandingStorage> {
  return Extension.create<unknown, UnderstandingStorage>({
    name: 'understanding',
    addStorage: () => ({ live: new LiveUnderstanding(options.reader, options.load) }),
    onDestroy() {
      this.storage.live.close()
    },
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

function usual(): UnderstandingOptions {
  const start = () => new Worker(new URL('worker.ts', import.meta.url), { type: 'module', name: 'understanding' })
  const load = async () => (await untilThere(() => import('./understand-now.ts'))).understand
  return { reader: new WorkerReader(start), load }
}
