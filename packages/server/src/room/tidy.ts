import { apply } from '@plenary/shared/document'
import * as Y from 'yjs'

import { encodeOutline } from './outline.ts'
import { outlineOf } from './pile.ts'

export interface Tidied {
  readonly snapshot: Uint8Array
  /** Where everything is in it, see `outline.ts`. */
  readonly outline: Uint8Array
}

/**
 * The same minutes, as small as Yjs can write them: what one person typed in one go becomes one piece, and what was deleted
 * is left out. The only place of the server's rooms in which the document is built. Throws where that cannot be done.
 */
export function tidy(state: Uint8Array): Tidied {
  const doc = new Y.Doc()
  try {
    apply(doc, [state])
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('something is missing in it')
    const snapshot = Y.encodeStateAsUpdate(doc)
    return { snapshot, outline: encodeOutline(outlineOf(snapshot)) }
  } finally {
    doc.destroy()
  }
}
