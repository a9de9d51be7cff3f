import { identify } from '@plenary/shared/blocks'
import { apply, type DocJson, read, seedUpdate, titleOf } from '@plenary/shared/document'
import { parse, print } from '@plenary/shared/markdown'
import { type About, describe, type Structure } from '@plenary/shared/structure'
import * as Y from 'yjs'

import { newBlockId } from '../meeting/id.ts'
import type { Exported, Imported } from './lens.ts'

/** What the worker does. Pure functions of bytes and text; each reads, none changes the minutes. */
export const tasks = {
  read(text: string): Imported {
    const minutes = parse(text)
    return { state: seedUpdate(identify(minutes, newBlockId)), title: titleOf(minutes) }
  },

  print(state: Uint8Array, base: string | undefined): Exported {
    const { text, exact, losses } = print(minutesOf(state), base === undefined ? {} : { base })
    return { text, exact, losses }
  },

  title(state: Uint8Array): string | undefined {
    return titleOf(minutesOf(state))
  },

  structure(state: Uint8Array, base: string | undefined, about: About): Structure {
    const minutes = minutesOf(state)
    const { text } = print(minutes, base === undefined ? {} : { base })
    return describe(minutes, text, about).structure
  },
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
