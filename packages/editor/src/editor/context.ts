import type { MarkName } from '@plenary/shared/document'
import type { Mark, Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'

export type ListKind = 'bullet' | 'ordered' | 'task'

/** Where the selection stands: all that the toolbar, the slash menu and the shortcuts need to know. */
export interface Context {
  /** The type of the text block that the selection begins in. */
  readonly block: string
  /** 1 to 6 in a heading, else 0. */
  readonly level: number
  /** The innermost list. */
  readonly list: ListKind | null
  readonly inQuote: boolean
  readonly inTable: boolean
  /** In code or raw source, where nothing is formatted. */
  readonly inSource: boolean
  /** The marks that the whole selection has, or that the next letter gets. */
  readonly marks: readonly MarkName[]
}

/** Reads the context off a state in time that grows with the selection only. */
export function contextOf(state: EditorState): Context {
  const { $from } = state.selection
  const above = Array.from({ length: $from.depth }, (_, index) => $from.node($from.depth - index))
  const item = above.find((node) => node.type.name === 'listItem')
  const list = above.find((node) => node.type.spec.group?.includes('list'))
  const { parent } = $from
  return {
    block: parent.type.name,
    level: parent.type.name === 'heading' ? Number(parent.attrs['level']) : 0,
    list: list && item ? kindOf(list, item) : null,
    inQuote: above.some((node) => node.type.name === 'blockquote'),
    inTable: above.some((node) => node.type.name === 'table'),
    inSource: parent.type.spec.code === true,
    marks: marksOf(state),
  }
}

function kindOf(list: Node, item: Node): ListKind {
  if (item.attrs['checked'] !== null) return 'task'
  return list.type.name === 'orderedList' ? 'ordered' : 'bullet'
}

function marksOf(state: EditorState): MarkName[] {
  const { $from, from, to, empty } = state.selection
  let common: readonly Mark[] | null = empty ? (state.storedMarks ?? $from.marks()) : null
  if (!empty) {
    state.doc.nodesBetween(from, to, (node) => {
      if (node.isText) common = common === null ? node.marks : common.filter((mark) => mark.isInSet(node.marks))
    })
  }
  return (common ?? []).map((mark) => mark.type.name as MarkName)
}
