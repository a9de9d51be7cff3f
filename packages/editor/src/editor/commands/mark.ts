import type { MarkName } from '@plenary/shared/document'
import { toggleMark as toggle } from '@tiptap/pm/commands'
import type { Attrs, Mark, MarkType, ResolvedPos, Schema } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'

export function markOf(schema: Schema, name: MarkName): MarkType {
  const type = schema.marks[name]
  if (!type) throw new Error(`the schema has no mark ${name}`)
  return type
}

/** Adds the mark to the whole selection unless all of it has it already; without a selection, to what is typed next. */
export function toggleMark(name: MarkName): Command {
  return (state, dispatch) =>
    toggle(markOf(state.schema, name), null, { removeWhenPresent: false, includeWhitespace: false })(state, dispatch)
}

/** The link around a position and where it begins and ends. */
export interface LinkRange {
  readonly from: number
  readonly to: number
  readonly mark: Mark
}

export function linkAt($pos: ResolvedPos): LinkRange | null {
  const { parent } = $pos
  const find = (index: number) =>
    index < 0 || index >= parent.childCount
      ? undefined
      : parent.child(index).marks.find((mark) => mark.type.name === 'link')
  const mark = find($pos.index()) ?? ($pos.textOffset === 0 ? find($pos.index() - 1) : undefined)
  if (!mark) return null
  let from = -1
  let to = -1
  let covers = false
  parent.forEach((child, offset) => {
    const end = offset + child.nodeSize
    if (!mark.isInSet(child.marks)) return
    // Two links to one place with text between them are two links: only the run that touches the position counts.
    if (offset !== to) {
      if (covers) return
      from = offset
    }
    to = end
    covers = from <= $pos.parentOffset && $pos.parentOffset <= to
  })
  return covers ? { from: $pos.start() + from, to: $pos.start() + to, mark } : null
}

/** Links the selection, or the link that the caret is in; without either the address itself is put in as a link. */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    const { selection, tr } = state
    const { $from, from, to, empty } = selection
    if (!$from.parent.inlineContent || $from.parent.type.spec.code) return false
    const type = markOf(state.schema, 'link')
    const around = linkAt($from)
    const attrs: Attrs = { href, title: around?.mark.attrs['title'] ?? null, reference: null }
    if (around && to <= around.to)
      tr.removeMark(around.from, around.to, type).addMark(around.from, around.to, type.create(attrs))
    else if (empty) tr.replaceSelectionWith(state.schema.text(href, [type.create(attrs)]), false)
    else tr.removeMark(from, to, type).addMark(from, to, type.create(attrs))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

export const removeLink: Command = (state, dispatch) => {
  const { $from, from, to, empty } = state.selection
  const around = linkAt($from)
  const type = markOf(state.schema, 'link')
  if (!around && (empty || !state.doc.rangeHasMark(from, to, type))) return false
  dispatch?.(state.tr.removeMark(Math.min(from, around?.from ?? from), Math.max(to, around?.to ?? to), type))
  return true
}

/** ArrowRight at the end of inline code leaves it, so that the next letter is plain. */
export const leaveCode: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const code = markOf(state.schema, 'code')
  const next = $from.nodeAfter
  if (!empty || !code.isInSet(state.storedMarks ?? $from.marks()) || (next && code.isInSet(next.marks))) return false
  dispatch?.(state.tr.removeStoredMark(code))
  return true
}
