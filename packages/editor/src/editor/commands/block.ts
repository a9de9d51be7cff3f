import { lift, setBlockType, wrapIn } from '@tiptap/pm/commands'
import { Fragment, type Attrs, type Node, type NodeRange } from '@tiptap/pm/model'
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { liftTarget } from '@tiptap/pm/transform'

import { contextOf } from '../context.ts'
import { depthOf, typeOf } from './node.ts'

export const setParagraph: Command = (state, dispatch) => setTextBlock('paragraph')(state, dispatch)

/** Makes paragraphs or headings of the selected text blocks, which stay what they are to the meeting. */
function setTextBlock(name: 'paragraph' | 'heading', attrs: Attrs | null = null): Command {
  return (state, dispatch) => {
    const { tr } = state
    for (const { $from, $to } of state.selection.ranges) becomeTextBlock(tr, [$from.pos, $to.pos], name, attrs)
    if (!tr.docChanged) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

export function becomeTextBlock(
  tr: Transaction,
  [from, to]: readonly [number, number],
  name: 'paragraph' | 'heading',
  attrs: Attrs | null = null,
): void {
  const type = typeOf(tr.doc.type.schema, name)
  tr.setBlockType(from, to, type, ({ attrs: { id = null, role = null } }) => ({ ...attrs, id, role }))
}

/** Turns the selected text blocks into headings, or back into paragraphs if they are such headings already. */
export function toggleHeading(level: number): Command {
  return (state, dispatch) =>
    contextOf(state).level === level
      ? setParagraph(state, dispatch)
      : setTextBlock('heading', { level })(state, dispatch)
}

/** Wraps the selected blocks in a quote, or takes them out of it. */
export const toggleQuote: Command = (state, dispatch) => {
  const depth = depthOf(state, 'blockquote')
  if (depth === null) return wrapIn(typeOf(state.schema, 'blockquote'))(state, dispatch)
  const { $from, $to } = state.selection
  const range = $from.blockRange($to, (node) => node === $from.node(depth))
  const target = range && liftTarget(range)
  if (!range || target === null || target === undefined) return lift(state, dispatch)
  dispatch?.(state.tr.lift(range, target).scrollIntoView())
  return true
}

/** Makes one code block of the selected text blocks, or a paragraph of the code block. */
export const toggleCodeBlock: Command = (state, dispatch) => {
  if (state.selection.$from.parent.type.name === 'codeBlock') return setParagraph(state, dispatch)
  const type = typeOf(state.schema, 'codeBlock')
  const range = siblingsOf(state)
  if (!range || range.endIndex - range.startIndex < 2) return setBlockType(type)(state, dispatch)
  if (!range.parent.canReplaceWith(range.startIndex, range.endIndex, type)) return false
  const lines = textsOf(range).join('\n')
  dispatch?.(state.tr.replaceWith(range.start, range.end, type.create(null, lines ? state.schema.text(lines) : null)))
  return true
}

/** The selected siblings if they all are text blocks. */
function siblingsOf(state: EditorState): NodeRange | null {
  const { $from, $to } = state.selection
  const range = $from.blockRange($to, (node) => !node.isTextblock)
  return range && childrenOf(range).every((node) => node.isTextblock) ? range : null
}

function childrenOf({ parent, startIndex, endIndex }: NodeRange): Node[] {
  return Array.from({ length: endIndex - startIndex }, (_, index) => parent.child(startIndex + index))
}

function textsOf(range: NodeRange): string[] {
  return childrenOf(range).map((node) => node.textBetween(0, node.content.size, '\n', '\n'))
}

export const insertRule: Command = (state, dispatch) => insertBlock('horizontalRule')(state, dispatch)

/** A block of source; front matter always goes to the top, where alone it means anything. */
export function insertRaw(kind: string): Command {
  return (state, dispatch) => {
    if (kind !== 'yaml') return insertBlock('rawBlock', { kind })(state, dispatch)
    if (state.doc.firstChild?.type.name === 'rawBlock' && state.doc.firstChild.attrs['kind'] === 'yaml') return false
    const tr = state.tr.insert(0, typeOf(state.schema, 'rawBlock').create({ kind }))
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, 1)).scrollIntoView())
    return true
  }
}

/** Puts a new block in the place of an empty paragraph, else below the text block of the selection. */
function insertBlock(name: string, attrs: Attrs | null = null): Command {
  return (state, dispatch) => {
    const node = typeOf(state.schema, name).createAndFill(attrs)
    const tr = node && placeBlock(state.tr, node)
    if (!tr) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/**
 * Puts `node` where `insertBlock` says and the caret into it; behind it where it holds no text. Null where it may not stand.
 */
export function placeBlock(tr: Transaction, node: Node): Transaction | null {
  const { $from } = tr.selection
  if ($from.depth === 0) return null
  const { parent } = $from
  const isEmpty = parent.type.name === 'paragraph' && parent.content.size === 0
  const [from, to] = isEmpty ? [$from.before(), $from.after()] : [$from.after(), $from.after()]
  const index = $from.index(-1)
  if (!$from.node(-1).canReplaceWith(isEmpty ? index : index + 1, index + 1, node.type)) return null
  tr.replaceWith(from, to, node)
  return node.isLeaf ? caretBehind(tr, from + node.nodeSize) : tr.setSelection(Selection.near(tr.doc.resolve(from + 1)))
}

/** Puts the caret into the paragraph at `pos`, which is made if no text block stands there. */
export function caretBehind(tr: Transaction, pos: number): Transaction {
  const after = tr.doc.resolve(pos).nodeAfter
  if (!after?.isTextblock) tr.insert(pos, typeOf(tr.doc.type.schema, 'paragraph').create())
  return tr.setSelection(TextSelection.create(tr.doc, pos + 1))
}

/** A line break that stays one in the Markdown file, whoever renders it. */
export const insertHardBreak: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.parent.type.spec.code || $from.parent.type.name === 'tableCell') return false
  const type = typeOf(state.schema, 'hardBreak')
  if (!$from.parent.inlineContent) return false
  const marks = state.storedMarks ?? $from.marks()
  dispatch?.(state.tr.replaceSelectionWith(type.create(), false).setStoredMarks(marks).scrollIntoView())
  return true
}

/** An image; the alternative text is what stands for it where it cannot be seen. */
export function insertImage(attrs: { src: string; alt: string; title?: string | null }): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    if (!$from.parent.inlineContent || $from.parent.type.spec.code) return false
    const image = typeOf(state.schema, 'image').create(attrs)
    dispatch?.(state.tr.replaceSelectionWith(image, false).scrollIntoView())
    return true
  }
}

/** An empty paragraph at the end, with the caret in it. */
export const appendParagraph: Command = (state, dispatch) => {
  const tr = state.tr.insert(state.doc.content.size, Fragment.from(typeOf(state.schema, 'paragraph').create()))
  dispatch?.(tr.setSelection(Selection.atEnd(tr.doc)).scrollIntoView())
  return true
}
