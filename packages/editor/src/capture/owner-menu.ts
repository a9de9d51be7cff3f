import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import { asOneStep } from '../editor/history.ts'
import { CaretMenu, type Offer } from '../editor/menu/caret-menu.ts'
import { understandingOf } from '../understanding/index.ts'
import { applyHere } from './apply.ts'
import { caretLine } from './caret-line.ts'
import { here, isOn } from './line-commands.ts'
import { type Person, peopleNamed } from './people.ts'

/** Everybody at the meeting, where an action item is everybody's. */
const ALL: Person = { name: 'all', handle: null }

/** Letters of a name: whoever goes on beyond one writes the text of the action item. */
const NAME = /^@?[\p{L}\p{M}\p{N}.'’_-]*(?: [\p{L}\p{M}.'’-]*)?$/u

/**
 * Who takes an action item: the list that opens where its owner is to be written. What is typed filters it; what names nobody is
 * the text of the item, and the list is gone.
 */
export function ownerMenu(editor: Editor): CaretMenu<Person> {
  const menu: CaretMenu<Person> = new CaretMenu<Person>({
    name: 'owner',
    idOf: ({ name }) => name.replace(/\s+/g, '-'),
    offer(state, from): Offer<Person> {
      const typed = state.doc.textBetween(from, state.selection.from, '\n', '\n')
      const roster = understandingOf(editor)?.last()?.understanding.roster
      if (roster === undefined || !NAME.test(typed)) return null
      const query = typed.replace(/^@/, '')
      const people = [
        ...peopleNamed(roster, query),
        ...(query !== '' && 'all'.startsWith(query.toLowerCase()) ? [ALL] : []),
      ]
      return people.length === 0 ? null : { query: typed, items: people, isUnasked: true }
    },
    choose(view, { from }, person) {
      asOneStep(view, () => {
        view.dispatch(menu.closing(view.state.tr.delete(from, view.state.selection.from)))
        own(editor, view, person)
      })
    },
  })
  return menu
}

/** Writes the owner of the action item in the caret's line, in the item's own spelling. */
function own(editor: Editor, view: EditorView, person: Person): void {
  const found = here(editor)
  if (found === null) return
  const { line, document, understanding, model, forms } = found
  const style = model.actionStyleOf(document, understanding.actions, forms?.action)
  const action = understanding.actions.find(({ carrier }) => isOn(carrier, line))
  const isHandle = style.isHandle && person.handle !== null
  const owner = isHandle ? person.handle : person.name
  if (action === undefined) {
    // There is no text yet, so nothing that could be an action item: the owner comes first.
    const content = model.spellFirstOwner(owner, { ...style, isHandle })
    const offset = view.state.selection.$from.parentOffset
    const at = { path: line.path, from: offset, to: offset }
    const end = offset + content.reduce((sum, { text }) => sum + text.length, 0)
    applyHere(view, [{ type: 'text', at, content }], { path: line.path, from: end, to: end })
    return
  }
  const owners = action.owners.map(({ value }) => value)
  applyHere(view, model.setOwners(document, action, [...owners, owner], { ...style, isHandle }))
  const end = caretLine(view.state)?.to
  if (end !== undefined) view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, end)))
}
