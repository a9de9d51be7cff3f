import { Extension } from '@tiptap/core'
import { Plugin, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/**
 * Marks the block of the caret and its neighbours. All other blocks are laid out only near the screen
 * (`content-visibility: auto`); a block that has just been made counts as far until the next frame, and Chromium puts the
 * caret before the first letter that is typed into such a block.
 */
export const Near = Extension.create({
  name: 'near',
  addProseMirrorPlugins: () => [new Plugin({ props: { decorations: nearCaret } })],
})

function nearCaret({ doc, selection: { $head } }: EditorState): DecorationSet {
  const at = $head.index(0)
  const marks: Decoration[] = []
  let pos = $head.posAtIndex(Math.max(0, at - 1), 0)
  for (let index = Math.max(0, at - 1); index <= Math.min(at + 1, doc.childCount - 1); index += 1) {
    const { nodeSize } = doc.child(index)
    marks.push(Decoration.node(pos, pos + nodeSize, { class: 'near' }))
    pos += nodeSize
  }
  return DecorationSet.create(doc, marks)
}
