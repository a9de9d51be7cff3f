import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import type { FoundKind } from './found.ts'
import { lastReading, placeNow, type Reading } from './state.ts'

/** How long a line stays marked after somebody was led there (ms). */
const MARKED = 1_600

/**
 * Leads to the line of an entry: it is in the middle of the screen, has the caret at its end and is marked for a moment. With
 * `focus` the text can be written in at once; without, a phone keeps its keyboard down. False where the line is gone.
 */
export function jumpTo(editor: Editor, key: string, { focus }: { readonly focus: boolean }): boolean {
  const { view } = editor
  const reading = lastReading(view.state)
  const entry = reading === null ? undefined : entryOf(reading, key)
  const anchor = entry === undefined ? null : placeNow(view.state, entry.anchor)
  if (entry === undefined || anchor === null) return false
  const { tr } = view.state
  const end = placeNow(view.state, entry.line.to) ?? anchor
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1)))
  if (focus) view.focus()
  show(view, end)
  return true
}

function entryOf({ entries }: Reading, key: string) {
  const kinds = Object.keys(entries) as FoundKind[]
  for (const kind of kinds) {
    const entry = entries[kind].find((entry) => entry.key === key)
    if (entry !== undefined) return entry
  }
  return undefined
}

function show(view: EditorView, position: number): void {
  const { node } = view.domAtPos(position)
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest('p, h1, h2, h3, h4, h5, h6, td, pre') ?? element
  if (block === null || block === undefined) return
  const center = () => block.scrollIntoView({ block: 'center' })
  center()
  // What was far away gets its true height only when it comes near the screen, and moves the line once more.
  requestAnimationFrame(center)
  // An animation is no change of the text: neither the editor nor a screen reader takes notice.
  block.animate?.(
    [{ backgroundColor: 'var(--mark-found)' }, { backgroundColor: 'var(--mark-found)', offset: 0.5 }, {}],
    {
      duration: MARKED,
    },
  )
}
