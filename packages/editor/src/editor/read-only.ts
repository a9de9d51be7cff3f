import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

import { isRemote } from '../binding/index.ts'

/**
 * A text in which nobody can write: it changes only as others write. There is no caret that would scroll a wide table or long
 * code into sight, so each of their boxes is a stop for Tab, and the arrow keys scroll it; the boxes of tasks cannot be ticked.
 */
export const ReadOnly = Extension.create({
  name: 'readOnly',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        // Not all that ProseMirror hears asks whether somebody may write: a paste does not.
        filterTransaction: (tr) => editor.options.editable || !tr.docChanged || isRemote(tr),
        props: {
          // F6 leads to the text all the same.
          attributes: (): Record<string, string> => (editor.options.editable ? {} : { tabindex: '-1' }),
          decorations: ({ doc }) => (editor.options.editable ? null : boxesIn(doc)),
        },
      }),
    ]
  },
})

function boxesIn(doc: Node): DecorationSet {
  const boxes: Decoration[] = []
  doc.descendants((node, pos) => {
    const attributes = attributesOf(node)
    if (attributes !== undefined) boxes.push(Decoration.node(pos, pos + node.nodeSize, attributes))
    return node.type.name !== 'table'
  })
  return DecorationSet.create(doc, boxes)
}

function attributesOf({ type, attrs }: Node): Record<string, string> | undefined {
  if (type.name === 'table') return { tabindex: '0', role: 'group', 'aria-label': 'Table' }
  const isTask = type.name === 'listItem' && attrs['checked'] !== null
  // What can be scrolled or ticked stands within their views, which take notice of the change.
  return isTask || type.name === 'codeBlock' ? { class: 'read-only' } : undefined
}
