import { type DocJson, read, seedUpdate } from '@plenary/shared/document'
import { marks, nodes } from '@plenary/shared/schema'
import { Editor, type Extensions } from '@tiptap/core'
import { expect } from 'vitest'
import * as Y from 'yjs'

import { guardOf } from '../testing/guarded.ts'
import { collaboration } from './collaboration.ts'

/** One person's page in a test: a document of its own and an editor bound to it. */
export interface Page {
  readonly doc: Y.Doc
  readonly editor: Editor
  /** What this page has told nobody yet. */
  readonly outgoing: Uint8Array[]
}

const REMOTE = 'remote'

/** Opens the same minutes on as many pages as there are names; nothing travels until `exchange` or `deliver`. */
export function openPages(minutes: DocJson, count: number, more: (doc: Y.Doc) => Extensions = () => []): Page[] {
  const seed = seedUpdate(minutes)
  const guard = guardOf(docOf(seed))
  return Array.from({ length: count }, (_, index) => {
    const doc = new Y.Doc()
    doc.clientID = index + 1
    Y.applyUpdate(doc, seed, REMOTE)
    const outgoing: Uint8Array[] = []
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === REMOTE) return
      guard(update)
      outgoing.push(update)
    })
    const element = document.body.appendChild(document.createElement('div'))
    const editor = new Editor({
      element,
      extensions: [...Object.values(nodes), ...Object.values(marks), collaboration({ doc }), ...more(doc)],
    })
    return { doc, editor, outgoing }
  })
}

function docOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

/** Brings what `from` wrote to the others, merged into one transaction each, as the session does. */
export function deliver(from: Page, others: readonly Page[]): void {
  const updates = from.outgoing.splice(0)
  for (const page of others) {
    if (page === from) continue
    Y.transact(page.doc, () => updates.forEach((update) => Y.applyUpdate(page.doc, update, REMOTE)), REMOTE, false)
  }
}

/** Everybody learns everything. */
export function exchange(pages: readonly Page[]): void {
  while (pages.some(({ outgoing }) => outgoing.length > 0)) for (const page of pages) deliver(page, pages)
}

/** Types as a person does, a letter at a time, at the caret. */
export function type(page: Page, text: string): void {
  for (const letter of text) page.editor.view.dispatch(page.editor.state.tr.insertText(letter))
}

export function putCaret(page: Page, from: number, to = from): void {
  page.editor.commands.setTextSelection({ from, to })
}

/** The text around the caret: `ab|c`. */
export function caretText({ editor }: Page): string {
  const { $head } = editor.state.selection
  const text = $head.parent.textBetween(0, $head.parent.content.size, undefined, '␤')
  return `${text.slice(0, $head.parentOffset)}|${text.slice($head.parentOffset)}`
}

/** Every line of text that the editor shows. */
export function linesOf({ editor }: Page): string[] {
  const lines: string[] = []
  editor.state.doc.descendants((node) => {
    if (node.isTextblock) lines.push(node.textContent)
  })
  return lines
}

/** The document as Yjs has it and as the editor shows it, in the same words: text, marks, blocks and attributes. */
export function bothSides({ doc, editor }: Page): readonly [fromYjs: unknown, shown: unknown] {
  const fromYjs = editor.schema.nodeFromJSON(read(doc)).toJSON() as unknown
  return [fromYjs, editor.state.doc.toJSON() as unknown]
}

export const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  ...(text === '' ? {} : { content: [{ type: 'text' as const, text }] }),
})
export const item = (text: string) => ({ type: 'listItem' as const, content: [paragraph(text)] })
export const cell = (text: string) => ({
  type: 'tableCell' as const,
  ...(text === '' ? {} : { content: [{ type: 'text' as const, text }] }),
})
export const minutes = (...content: DocJson['content']): DocJson => ({ type: 'doc', content })

/** Two pages on the same minutes. */
export function openTwo(...content: DocJson['content']): [ann: Page, bob: Page] {
  const [ann, bob] = openPages(minutes(...content), 2)
  if (ann === undefined || bob === undefined) throw new Error('two pages were asked for')
  return [ann, bob]
}

export function expectEqual(...pages: Page[]): void {
  for (const page of pages) {
    const [fromYjs, shown] = bothSides(page)
    expect(shown).toEqual(fromYjs)
    expect(shown).toEqual(pages[0]?.editor.state.doc.toJSON())
  }
}

/** The next position at which `text` ends. */
export function after(page: Page, text: string): number {
  let found = -1
  page.editor.state.doc.descendants((node, pos) => {
    const at = node.isTextblock ? node.textBetween(0, node.content.size, undefined, '␤').indexOf(text) : -1
    if (at !== -1 && found === -1) found = pos + 1 + at + text.length
  })
  return found
}
