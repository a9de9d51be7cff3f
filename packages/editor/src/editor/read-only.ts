import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/**
 * While nobody can write there is no caret that would scroll a wide table or long code into sight: then each of their boxes
 * is a stop for Tab, and the arrow keys scroll it.
 */
export const ReadOnly = Extension.create({
  name: 'readOnly',
  addProseMirrorPlugins() {
    const { editor } = this
    return [new Plugin({ props: { decorations: ({ doc }) => (editor.options.editable ? null : scrollBoxes(doc)) } })]
  },
})

function scrollBoxes(doc: Node): DecorationSet {
  const boxes: Decoration[] = []
  doc.descendants((node, pos) => {
    const attributes = attributesOf(node)
    if (attributes !== undefined) boxes.push(Decoration.node(pos, pos + node.nodeSize, attributes))
    return attributes === undefined
  })
  return DecorationSet.create(doc, boxes)
}

function attributesOf({ type }: Node): Record<string, string> | undefined {
  if (type.name === 'table') return { tabindex: '0', role: 'group', 'aria-label': 'Table' }
  // Its box stands within its view, which takes notice of the change.
  if (type.name === 'codeBlock') return { class: 'read-only' }
  return undefined
}
