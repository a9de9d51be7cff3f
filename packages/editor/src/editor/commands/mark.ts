import type { MarkName } from '@plenary/shared/document'
import type { Attrs, Mark, MarkType, ResolvedPos, Schema } from '@tiptap/pm/model'
import type { Command, EditorState, Transaction } from '@tiptap/pm/state'

export function markOf(schema: Schema, name: MarkName): MarkType {
  const type = schema.marks[name]
  if (!type) throw new Error(`the schema has no mark ${name}`)
  return type
}

/**
 * Adds a mark to the text of a range. Images and line breaks get none, as the binding keeps marks on text only; nor do the
 * blanks at its ends, where Markdown could not write it.
 */
export function addMark(tr: Transaction, from: number, to: number, mark: Mark): void {
  for (const range of textsIn(tr, from, to)) tr.addMark(range.from, range.to, mark)
}

interface TextRange {
  readonly from: number
  readonly to: number
  readonly marks: readonly Mark[]
}

/** The runs of text within a range that may be formatted. */
function textsIn({ doc }: Transaction, from: number, to: number): TextRange[] {
  const texts: TextRange[] = []
  doc.nodesBetween(from, to, (node, pos, parent) => {
    if (!node.isText || parent?.type.spec.code) return
    texts.push({ from: Math.max(from, pos), to: Math.min(to, pos + node.nodeSize), marks: node.marks })
  })
  return texts
}

/** Gives the whole selection the mark, or takes it off if all has it; without a selection that goes for what is typed next. */
export function toggleMark(name: MarkName): Command {
  return (state, dispatch) => {
    const type = markOf(state.schema, name)
    const { $from, empty } = state.selection
    const { tr } = state
    if (empty) {
      if (!$from.parent.inlineContent || $from.parent.type.spec.code) return false
      const isOn = type.isInSet(state.storedMarks ?? $from.marks())
      dispatch?.(isOn ? tr.removeStoredMark(type) : tr.addStoredMark(type.create()))
      return true
    }
    const { from, to } = trimmed(state)
    const texts = textsIn(tr, from, to)
    if (texts.length === 0) return false
    const isOn = texts.every(({ marks }) => type.isInSet(marks))
    if (isOn) tr.removeMark(from, to, type)
    else addMark(tr, from, to, type.create())
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** The selection without the blanks at its ends: `**so **` is no Markdown. */
function trimmed({ doc, selection: { $from, $to, from, to } }: EditorState): { from: number; to: number } {
  const blanks = (text: string, find: RegExp) => find.exec(text)?.[0].length ?? 0
  const first = doc.textBetween(from, Math.min(to, $from.end()), undefined, '\ufffc')
  const last = doc.textBetween(Math.max(from, $to.start()), to, undefined, '\ufffc')
  const start = from + blanks(first, /^\s*/)
  const end = to - blanks(last, /\s*$/)
  return start < end ? { from: start, to: end } : { from, to }
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
    const { $from, from, to } = selection
    if (!$from.parent.inlineContent || $from.parent.type.spec.code) return false
    const type = markOf(state.schema, 'link')
    const around = linkAt($from)
    const attrs: Attrs = { href, title: around?.mark.attrs['title'] ?? null, reference: null }
    const mark = type.create(attrs)
    const range = around && to <= around.to ? around : { from, to }
    if (range.from === range.to) tr.replaceSelectionWith(state.schema.text(href, [mark]), false)
    else addMark(tr.removeMark(range.from, range.to, type), range.from, range.to, mark)
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
