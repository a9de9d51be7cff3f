import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** An open list beside the caret: where the text begins that filters it, what is typed there, what fits, and which is marked. */
export interface Menu<Item> {
  readonly from: number
  readonly query: string
  readonly items: readonly Item[]
  /** -1: none yet, so Enter means what it always does. That is so in a list that came unasked, until letters are typed for it. */
  readonly marked: number
}

/** What a list offers for the text between its start and the caret; null closes it. */
export type Offer<Item> = (Pick<Menu<Item>, 'query' | 'items'> & { readonly isUnasked?: boolean }) | null

export interface CaretMenuOptions<Item> {
  /** Begins the ids of the list and its options. */
  readonly name: string
  readonly idOf: (item: Item) => string
  readonly offer: (state: EditorState, from: number) => Offer<Item>
  readonly choose: (view: EditorView, menu: Menu<Item>, item: Item) => void
  /** Sees typed text before it is in the document; true if it took it, as a rule by opening the list. */
  readonly typed?: (view: EditorView, from: number, to: number, text: string) => boolean
}

type Action = { readonly open: number } | { readonly mark: number } | 'close'

/**
 * A list beside the caret whose focus stays in the text (ARIA's combobox pattern): the arrows mark, Enter and Tab choose, Escape
 * leaves what was typed as it is, and so does a caret that goes elsewhere. One for each list that an editor has.
 */
export class CaretMenu<Item> {
  readonly listId: string
  readonly #options: CaretMenuOptions<Item>
  readonly #key: PluginKey<Menu<Item> | null>

  constructor(options: CaretMenuOptions<Item>) {
    this.#options = options
    this.#key = new PluginKey(options.name)
    this.listId = `${options.name}-list`
  }

  of(state: EditorState): Menu<Item> | null {
    return this.#key.getState(state) ?? null
  }

  optionId(item: Item): string {
    return `${this.#options.name}-${this.#options.idOf(item)}`
  }

  /** Makes the transaction open the list; what is typed from this position on filters it. */
  open(tr: Transaction, from: number): Transaction {
    return this.#act(tr, { open: from })
  }

  /** Makes the transaction close it, whatever else it does. */
  closing(tr: Transaction): Transaction {
    return this.#act(tr, 'close')
  }

  close(view: EditorView): void {
    view.dispatch(this.closing(view.state.tr))
  }

  choose(view: EditorView, item: Item): void {
    const menu = this.of(view.state)
    if (menu) this.#options.choose(view, menu, item)
  }

  plugin(): Plugin<Menu<Item> | null> {
    return new Plugin<Menu<Item> | null>({
      key: this.#key,
      state: { init: () => null, apply: (tr, menu, _old, state) => this.#next(tr, menu, state) },
      props: {
        attributes: (state): Record<string, string> => {
          const marked = this.#marked(state)
          if (marked === undefined) return {}
          return { 'aria-controls': this.listId, 'aria-activedescendant': this.optionId(marked) }
        },
        handleTextInput: (view, from, to, text) => this.#options.typed?.(view, from, to, text) ?? false,
        handleKeyDown: (view, event) => this.#press(view, event),
        handleDOMEvents: {
          blur: (view) => {
            if (this.of(view.state)) this.close(view)
            return false
          },
        },
      },
    })
  }

  #act(tr: Transaction, action: Action): Transaction {
    return tr.setMeta(this.#key, action)
  }

  #marked(state: EditorState): Item | undefined {
    const menu = this.of(state)
    return menu?.items[menu.marked]
  }

  #next(tr: Transaction, menu: Menu<Item> | null, state: EditorState): Menu<Item> | null {
    const action = tr.getMeta(this.#key) as Action | undefined
    if (action === 'close') return null
    if (action && 'open' in action) return this.#read(action.open, state)
    if (action && menu) return { ...menu, marked: action.mark }
    if (!menu || (!tr.docChanged && !tr.selectionSet)) return menu
    const followed = this.#read(tr.mapping.map(menu.from, -1), state)
    if (followed === null || followed.query !== menu.query) return followed
    return { ...followed, marked: Math.min(menu.marked, followed.items.length - 1) }
  }

  #read(from: number, state: EditorState): Menu<Item> | null {
    const { $from, empty } = state.selection
    if (!empty || $from.pos < from || from < $from.start()) return null
    const offer = this.#options.offer(state, from)
    if (offer === null) return null
    const { query, items, isUnasked = false } = offer
    return { from, query, items, marked: isUnasked && query === '' ? -1 : 0 }
  }

  #press(view: EditorView, event: KeyboardEvent): boolean {
    const menu = this.of(view.state)
    if (!menu || view.composing || event.ctrlKey || event.metaKey || event.altKey) return false
    const count = menu.items.length
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const step = event.key === 'ArrowDown' ? 1 : count - 1
        const from = menu.marked < 0 && step > 1 ? 0 : menu.marked
        if (count > 0) view.dispatch(this.#act(view.state.tr, { mark: (from + step) % count }))
        return true
      }
      case 'Enter':
      case 'Tab': {
        const item = this.#marked(view.state)
        if (item === undefined) return false
        this.choose(view, item)
        return true
      }
      case 'Escape':
        this.close(view)
        return true
      default:
        return false
    }
  }
}
