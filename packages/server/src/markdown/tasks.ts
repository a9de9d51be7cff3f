import { apply, type DocJson, read, seedUpdate } from '@plenary/shared/document'
import * as Y from 'yjs'

import type { Exported, Imported } from './lens.ts'

// Stands in until the lens is there.
const parse = (text: string): DocJson => ({
  type: 'doc',
  content: text
    .split(/\n/)
    .map((line) => ({ type: 'paragraph', ...(line && { content: [{ type: 'text', text: line }] }) })),
})
const print = (doc: DocJson, { base }: { base?: string }): Exported => {
  const text = doc.content
    .map((block) =>
      ('content' in block ? (block.content ?? []) : []).map((child) => ('text' in child ? child.text : '')).join(''),
    )
    .join('\n')
  return {
    text: base !== undefined && JSON.stringify(parse(base)) === JSON.stringify(doc) ? base : text,
    exact: true,
    losses: [],
  }
}
const titleOf = (doc: DocJson): string | undefined => {
  const heading = doc.content.find((block) => block.type === 'heading')
  return heading?.content?.map((child) => (child.type === 'text' ? child.text : '')).join('')
}

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
