import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import { contextOf } from '../context.ts'
import type { Format } from '../formats/format.ts'
import { formats } from '../formats/formats.ts'
import { asOneStep } from '../history.ts'
import { matching } from './match.ts'

/** The open menu: where its slash is, what was typed behind it, and which of the matching formats is marked. */
export interface Slash {
  readonly from: number
  readonly query: string
  readonly items: readonly Format[]
  readonly marked: number
}

type Action = { readonly open: number } | { readonly mark: number } | 'close'

const key = new PluginKey<Slash | null>('slash')

export const LIST_ID = 'slash-list'
export const optionId = (format: Format): string => `slash-${format.id}`

export const slashOf = (state: EditorState): Slash | null => key.getState(state) ?? null

/** A slash typed at the start of a word opens the list of formats; what is typed behind it filters the list. */
export const SlashMenuKeys = Extension.create({
  name: 'slash',
  priority: 400,
  addProseMirrorPlugins: () => [
    new Plugin<Slash | null>({
      key,
      state: { init: () => null, apply: (tr, slash, _old, state) => next(tr, slash, state) },
      props: {
        attributes: (state): Record<string, string> => {
          const marked = markedOf(slashOf(state))
          return marked ? { 'aria-controls': LIST_ID, 'aria-activedescendant': optionId(marked) } : {}
        },
        handleTextInput(view, from, to, text) {
          if (text !== '/' || !isWordStart(view.state)) return false
          view.dispatch(act(view.state.tr.insertText(text, from, to), { open: from }))
          return true
        },
        handleKeyDown: (view, event) => press(view, event),
        handleDOMEvents: {
          blur(view) {
            if (slashOf(view.state)) closeSlash(view)
            return false
          },
        },
      },
    }),
  ],
})

const act = (tr: Transaction, action: Action): Transaction => tr.setMeta(key, action)

const markedOf = (slash: Slash | null): Format | undefined => slash?.items[slash.marked]

function next(tr: Transaction, slash: Slash | null, state: EditorState): Slash | null {
  const action = tr.getMeta(key) as Action | undefined
  if (action === 'close') return null
  if (action && 'open' in action) return read(action.open, 0, state)
  if (action && slash) return { ...slash, marked: action.mark }
  if (!slash || (!tr.docChanged && !tr.selectionSet)) return slash
  const followed = read(tr.mapping.map(slash.from), slash.marked, state)
  return followed && followed.query !== slash.query ? { ...followed, marked: 0 } : followed
}

/** The menu for the slash at `from`; null if the caret left it, or what is typed names nothing and goes on. */
function read(from: number, marked: number, state: EditorState): Slash | null {
  const { $from, empty } = state.selection
  if (!empty || $from.pos <= from || from < $from.start()) return null
  const text = state.doc.textBetween(from, $from.pos, '\n', '\n')
  if (!text.startsWith('/') || text.includes('\n')) return null
  const query = text.slice(1)
  const items = matching(formats, query, contextOf(state))
  if (query.startsWith(' ') || (items.length === 0 && query.includes(' '))) return null
  return { from, query, items, marked: Math.min(marked, Math.max(0, items.length - 1)) }
}

function isWordStart(state: EditorState): boolean {
  const { $from } = state.selection
  if (!$from.parent.inlineContent || $from.parent.type.spec.code) return false
  if ($from.marks().some((mark) => mark.type.spec.code || mark.type.name === 'link')) return false
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ')
  return before === '' || /\s$/.test(before)
}

function press(view: EditorView, event: KeyboardEvent): boolean {
  const slash = slashOf(view.state)
  if (!slash || view.composing || event.ctrlKey || event.metaKey || event.altKey) return false
  const count = slash.items.length
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const step = event.key === 'ArrowDown' ? 1 : count - 1
      if (count > 0) view.dispatch(act(view.state.tr, { mark: (slash.marked + step) % count }))
      return true
    }
    case 'Enter':
    case 'Tab': {
      const format = markedOf(slash)
      if (!format) return false
      choose(view, format)
      return true
    }
    case 'Escape':
      closeSlash(view)
      return true
    default:
      return false
  }
}

/** Leaves the slash and what follows it as text. */
export function closeSlash(view: EditorView): void {
  view.dispatch(act(view.state.tr, 'close'))
}

/** Takes the slash and what was typed behind it away and applies the format; one undo brings the text back. */
export function choose(view: EditorView, format: Format): void {
  const slash = slashOf(view.state)
  if (!slash) return
  asOneStep(view, () => {
    view.dispatch(act(view.state.tr.delete(slash.from, view.state.selection.from), 'close'))
    format.run(view.state, view.dispatch, view)
  })
}
