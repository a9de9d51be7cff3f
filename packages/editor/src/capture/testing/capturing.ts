import { understand } from '@plenary/shared/blocks'
import { seed } from '@plenary/shared/document'
import { parse, print } from '@plenary/shared/markdown'
import { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'

import { collaboration } from '../../binding/index.ts'
import { extensions } from '../../editor/extensions.ts'
import { minutesJson, understanding, understandingOf } from '../../understanding/index.ts'
import { capture } from '../capture.ts'
import { loadModel } from '../model.ts'

/** Reads in the page itself: a test has no workers. */
const reader = { read: (doc: Node) => Promise.resolve(understand(minutesJson(doc))), close: () => undefined }

/** An editor as the page has it, over minutes written as Markdown; the caret is where the `‸` stands. */
export async function capturing(markdown: string): Promise<Editor> {
  const doc = new Y.Doc()
  seed(doc, parse(markdown))
  const element = document.body.appendChild(document.createElement('div'))
  const editor = new Editor({
    element,
    extensions: [
      ...extensions(),
      collaboration({ doc }),
      understanding({ reader, load: () => Promise.resolve(understand) }),
      capture(),
    ],
    injectCSS: false,
  })
  onTestFinished(() => {
    editor.destroy()
    element.remove()
  })
  placeCaret(editor)
  await Promise.all([loadModel(), understandingOf(editor)?.ready()])
  understandingOf(editor)?.now()
  return editor
}

/** What a file would hold now. */
export function markdownOf(editor: Editor): string {
  return print(editor.getJSON() as never).text
}

/** The same with the caret in it. */
export function shownAs(editor: Editor): string {
  const { state } = editor
  const { tr } = state
  const { from } = state.selection
  tr.insertText('‸', from)
  return print(tr.doc.toJSON() as never).text
}

function placeCaret(editor: Editor): void {
  let at = -1
  editor.state.doc.descendants((node, pos) => {
    const index = node.text?.indexOf('‸') ?? -1
    if (index >= 0) at = pos + index
  })
  if (at < 0) return
  const tr = editor.state.tr.delete(at, at + 1)
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at)).setMeta('addToHistory', false))
}
