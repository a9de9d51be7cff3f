import { apply, type DocJson, read, titleOf } from '@plenary/shared/document'
import * as Y from 'yjs'

import { tidy } from '../room/tidy.ts'

/** What needs the document alone: loading all that reads Markdown takes a thread a quarter of a second, and this a tenth of that. */
export const documentTasks = {
  title(state: Uint8Array): string | undefined {
    return titleOf(minutesOf(state))
  },

  tidy,
}

/** What a state says. Throws where it is no state. */
export function minutesOf(state: Uint8Array): DocJson {
  const doc = new Y.Doc()
  try {
    apply(doc, [state])
    return read(doc)
  } finally {
    doc.destroy()
  }
}
