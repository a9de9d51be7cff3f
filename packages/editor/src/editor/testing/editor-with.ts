import { seed, type DocJson } from '@plenary/shared/document'
import { Editor, type Extensions } from '@tiptap/core'
import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { onTestFinished, vi } from 'vitest'
import * as Y from 'yjs'

import { collaboration } from '../../binding/index.ts'
import { guardOf } from '../../testing/guarded.ts'
import { extensions } from '../extensions.ts'
import { doc } from './build.ts'

const CARET = '‸'

/** An editor with these blocks, the caret where the `‸` is. Destroyed at the end of the test. */
export function editorWith(...blocks: Node[]): Editor {
  return start([], blocks, (minutes) => ({ content: minutes }))
}

/** The same over a shared document, so with undo. */
export function sharedEditorWith(...blocks: Node[]): Editor {
  const shared = new Y.Doc()
  return start([collaboration({ doc: shared })], blocks, (minutes) => {
    seed(shared, minutes)
    shared.on('update', guardOf(shared))
    return {}
  })
}

function start(more: Extensions, blocks: readonly Node[], load: (minutes: DocJson) => { content?: DocJson }): Editor {
  const element = document.body.appendChild(document.createElement('div'))
  const minutes = doc(...blocks)
  const { content } = load(minutes.toJSON() as DocJson)
  const editor = new Editor({
    element,
    extensions: [...extensions(), ...more],
    injectCSS: false,
    ...(content ? { content: content as object } : {}),
  })
  onTestFinished(() => {
    editor.destroy()
    element.remove()
  })
  placeCaret(editor)
  return editor
}

/** Takes the markers out of the text and selects what is between them. */
function placeCaret(editor: Editor): void {
  const places: number[] = []
  const { tr } = editor.state
  editor.state.doc.descendants((node, pos) => {
    for (let at = node.text?.indexOf(CARET) ?? -1; at >= 0; at = node.text?.indexOf(CARET, at + 1) ?? -1) {
      places.push(pos + at - places.length)
    }
  })
  for (const place of places) tr.delete(place, place + 1)
  const [from, to = from] = places
  if (from === undefined || to === undefined) return
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, to)).setMeta('addToHistory', false))
}

/** Types letter by letter, as a keyboard does. */
export function type(editor: Editor, text: string): void {
  for (const letter of text) {
    const { view } = editor
    const { from, to } = view.state.selection
    const insert = () => view.state.tr.insertText(letter, from, to)
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, insert))) view.dispatch(insert())
  }
}

/** Types lines, where `⏎` is Enter. */
export function enter(editor: Editor, text: string): void {
  for (const [index, line] of text.split('⏎').entries()) {
    if (index > 0) press(editor, 'Enter')
    type(editor, line)
  }
}

/** Presses a key as `Mod-Shift-8` names it; says whether anything took it. */
export function press(editor: Editor, key: string): boolean {
  const names = key.split('-')
  const event = new KeyboardEvent('keydown', {
    key: names.at(-1) ?? '',
    ctrlKey: names.includes('Mod'),
    altKey: names.includes('Alt'),
    shiftKey: names.includes('Shift'),
    bubbles: true,
    cancelable: true,
  })
  editor.view.dom.dispatchEvent(event)
  return event.defaultPrevented
}

/** The document with the caret in it, to be compared with `minutes(…)`; throws if it breaks the schema. */
export function shown(editor: Editor): unknown {
  const { selection, doc } = editor.state
  doc.check()
  if (!(selection instanceof TextSelection)) return doc.toJSON()
  const ends = selection.empty ? [selection.from] : [selection.to, selection.from]
  return ends.reduce(withCaret, doc).toJSON()
}

function withCaret(doc: Node, pos: number): Node {
  const $pos = doc.resolve(pos)
  const caret = doc.type.schema.text(CARET, $pos.textOffset > 0 ? $pos.marks() : [])
  return doc.replace(pos, pos, new Slice(Fragment.from(caret), 0, 0))
}

/** Pastes what other programs put on the clipboard, once the lens is there. */
export async function paste(editor: Editor, data: { text?: string; html?: string }): Promise<void> {
  editor.view.dom.dispatchEvent(new FocusEvent('focus'))
  await vi.dynamicImportSettled()
  const event = new Event('paste', { bubbles: true, cancelable: true })
  const types: Readonly<Record<string, string | undefined>> = { 'text/plain': data.text, 'text/html': data.html }
  Object.defineProperty(event, 'clipboardData', { value: { getData: (type: string) => types[type] ?? '', files: [] } })
  editor.view.dom.dispatchEvent(event)
}
