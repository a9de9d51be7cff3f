import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'

import { contextOf } from '../context.ts'
import { asOneStep } from '../history.ts'
import { CaretMenu, type Menu, type Offer } from '../menu/caret-menu.ts'
import { type SlashEntry, slashEntries } from './entry.ts'
import { matching } from './match.ts'

/** The list that a slash opens. The slash and what is typed behind it go when an entry is chosen; one undo brings them back. */
export const slashMenu: CaretMenu<SlashEntry> = new CaretMenu<SlashEntry>({
  name: 'slash',
  idOf: ({ id }) => id,
  offer: read,
  choose(view, { from }, { run }) {
    asOneStep(view, () => {
      view.dispatch(slashMenu.closing(view.state.tr.delete(from, view.state.selection.from)))
      run(view.state, view.dispatch, view)
    })
  },
  typed(view, from, to, text) {
    if (text !== '/' || !isWordStart(view.state)) return false
    view.dispatch(slashMenu.open(view.state.tr.insertText(text, from, to), from))
    return true
  },
})

export const slashOf = (state: EditorState): Menu<SlashEntry> | null => slashMenu.of(state)

/** A slash typed at the start of a word opens the list of formats; what is typed behind it filters the list. */
export const SlashMenuKeys = Extension.create({
  name: 'slash',
  priority: 400,
  addProseMirrorPlugins: () => [slashMenu.plugin()],
})

/** What the slash at `from` offers; null if what is typed names nothing and goes on. */
function read(state: EditorState, from: number): Offer<SlashEntry> {
  const text = state.doc.textBetween(from, state.selection.from, '\n', '\n')
  if (!text.startsWith('/') || text.includes('\n')) return null
  const query = text.slice(1)
  const items = matching(slashEntries(state), query, contextOf(state))
  if (query.startsWith(' ') || (items.length === 0 && query.includes(' '))) return null
  return { query, items }
}

function isWordStart(state: EditorState): boolean {
  const { $from } = state.selection
  if (!$from.parent.inlineContent || $from.parent.type.spec.code) return false
  if ($from.marks().some((mark) => mark.type.spec.code || mark.type.name === 'link')) return false
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ')
  return before === '' || /\s$/.test(before)
}
