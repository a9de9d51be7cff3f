import { apply, type DocJson, read, seedUpdate, titleOf } from '@plenary/shared/document'
import { parse, print } from '@plenary/shared/markdown'
import * as Y from 'yjs'

import { tidy } from '../room/tidy.ts'
import type { Exported, Imported } from './lens.ts'

/** What the worker does. Pure functions of bytes and text; each reads, none changes the minutes. */
export const tasks = {
  read(text: string): Imported {
    const doc = parse(text)
    return { state: seedUpdate(doc), title: titleOf(doc) }
  },

  print(state: Uint8Array, base: string | undefined): Exported {
    const { text, exact, losses } = print(minutesOf(state), base === undefined ? {} : { base })
    return { text, exact, losses }
  },

  title(state: Uint8Array): string | undefined {
    return titleOf(minutesOf(state))
  },

  tidy,
}

function minutesOf(state: Uint8Array): DocJson {
  const doc = new Y.Doc()
  try {
    apply(doc, [state])
    return read(doc)
  } finally {
    doc.destroy()
  }
}
