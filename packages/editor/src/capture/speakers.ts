import { type Candidate, samePath, type Speaking, type Turn, type Understanding } from '@plenary/shared/blocks'
import type { Editor } from '@tiptap/core'
import { chainCommands, splitBlock } from '@tiptap/pm/commands'
import { Fragment } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import { splitItem } from '../editor/commands/item.ts'
import { asOneStep } from '../editor/history.ts'
import { CaretMenu } from '../editor/menu/caret-menu.ts'
import { formsOf } from '../style/house.ts'
import { understandingOf } from '../understanding/index.ts'
import { type CaretLine, caretLine } from './caret-line.ts'
import { here } from './line-commands.ts'
import { type Model, modelIfLoaded } from './model.ts'

/** A name that Enter has written because the one before spoke last. Letters and a colon behind it mean somebody else. */
interface Offered {
  readonly from: number
  readonly to: number
}

const key = new PluginKey<Offered | null>('speakers')

/** Two letters to a dozen: what a person types for a name. */
const LETTERS = /^[\p{L}\p{M}]{2,12}$/u

/** A line that could be a turn, before anything is read. */
const TURN = /^\W{0,4}[\p{L}\p{N}@][^:]{0,40}[:\]>]/u

/**
 * Speakers by a few letters: two or three of them and a colon at the beginning of a line are completed to the person, as these
 * minutes write who speaks; where several are meant, a list asks. Enter goes on with the same person, whose name goes again
 * with Enter, Backspace, or the letters of somebody else.
 */
export function speakers(editor: Editor): { readonly plugin: Plugin; readonly menu: CaretMenu<Candidate> } {
  const menu: CaretMenu<Candidate> = new CaretMenu<Candidate>({
    name: 'speaker',
    idOf: ({ name }) => name.replace(/\s+/g, '-'),
    offer(state, from) {
      const typed = state.doc.textBetween(from, state.selection.from, '\n', '\n')
      const [, letters, colon] = /^([\p{L}\p{M}]{0,12})(:?)$/u.exec(typed) ?? []
      const line = caretLine(state)
      const model = modelIfLoaded()
      const understanding = understandingOf(editor)?.last()?.understanding
      if (letters === undefined || line === null || understanding === undefined || model === undefined) return null
      const items = model.completeSpeaker(letters, placeOf(line), speakingIn(model, understanding, state))
      // Behind a colon the list is there only to tell apart several who are meant.
      return items.length < (colon === '' ? 1 : 2) ? null : { query: typed, items }
    },
    choose(view, { from }, candidate) {
      view.dispatch(menu.closing(inPlace(view.state.tr, from, view.state.selection.from, candidate)))
    },
  })
  const plugin = new Plugin<Offered | null>({
    key,
    state: { init: () => null, apply: (tr, offered, _old, state) => follow(tr, offered, state) },
    props: {
      handleTextInput: (view, from, to, text) => text === ':' && from === to && complete(editor, view, menu),
      handleKeyDown(view, event) {
        if (view.composing || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false
        if (event.key === 'Backspace') return withdraw(view)
        return event.key === 'Enter' && (withdraw(view) || goOn(editor, view))
      },
    },
  })
  return { plugin, menu }
}

/** Opens the list of who may speak in the caret's line: who spoke last comes first. */
export function askSpeaker(editor: Editor, menu: CaretMenu<Candidate>): boolean {
  const line = caretLine(editor.state)
  if (line === null || !editor.isEditable || line.text.trim() !== '') return false
  understandingOf(editor)?.now()
  editor.view.dispatch(menu.open(editor.state.tr, editor.state.selection.from))
  return menu.of(editor.state) !== null
}

function speakingIn(model: Model, { turns, roster }: Understanding, state: EditorState): Speaking {
  return { turns, roster, style: model.speakerStyle(turns, roster, formsOf(state)?.speaker) }
}

const placeOf = ({ path }: CaretLine) => ({ path, from: 0 })

/** Takes the colon behind letters at the beginning of a line; the typed text comes back with one undo. */
function complete(editor: Editor, view: EditorView, menu: CaretMenu<Candidate>): boolean {
  const line = caretLine(view.state)
  if (line === null || view.state.selection.$from.parent.type.name !== 'paragraph') return false
  const offered = offeredIn(view.state)
  const begin =
    offered !== null && offered.from >= line.from && offered.to <= view.state.selection.from ? offered : null
  const start = begin?.to ?? line.from + (line.before.length - line.before.trimStart().length)
  const letters = view.state.doc.textBetween(start, view.state.selection.from, '\n', '\n')
  if (!LETTERS.test(letters)) return false
  const found = here(editor)
  if (found === null) return false
  const speaking = speakingIn(found.model, found.understanding, view.state)
  const meant = found.model.speakerMeant(letters, placeOf(line), speaking)
  if (meant === null && found.model.completeSpeaker(letters, placeOf(line), speaking).length < 2) return false
  const { from } = view.state.selection
  view.dispatch(view.state.tr.insertText(':', from))
  if (meant === null) view.dispatch(menu.open(view.state.tr, start))
  else view.dispatch(inPlace(view.state.tr, begin?.from ?? start, from + 1, meant).setMeta('inputRule', true))
  return true
}

function inPlace(tr: Transaction, from: number, to: number, { content }: Candidate): Transaction {
  const nodes = content.map((node) => tr.doc.type.schema.nodeFromJSON(node))
  return tr.replaceWith(from, to, Fragment.from(nodes)).setStoredMarks([])
}

/** Enter behind what somebody said: the next line is theirs as well. */
function goOn(editor: Editor, view: EditorView): boolean {
  const line = caretLine(view.state)
  if (line === null || line.before.length < line.text.length || !TURN.test(line.text)) return false
  const found = here(editor)
  const turn = found?.understanding.turns.findLast((turn) => begins(turn, line, view.state))
  if (found === null || turn === undefined) return false
  const { model, understanding } = found
  const style = model.speakerStyle(understanding.turns, understanding.roster)
  const content = model.nextContent(turn.written, { ...style, ...turn.style, gap: turn.style.gap || ' ' })
  asOneStep(view, () => {
    if (!chainCommands(splitItem, splitBlock)(view.state, view.dispatch, view)) return
    const { tr } = view.state
    const at = tr.selection.from
    tr.replaceWith(at, at, Fragment.from(content.map((node) => tr.doc.type.schema.nodeFromJSON(node))))
    view.dispatch(tr.setStoredMarks([]).setMeta(key, { from: at, to: tr.selection.from }).scrollIntoView())
  })
  return true
}

/** Whether the turn begins this line and says something. */
function begins({ at }: Turn, line: CaretLine, state: EditorState): boolean {
  const start = state.selection.$from.start()
  const [from, to] = [start + at.from, start + at.to]
  return (
    samePath(at.path, line.path) && from >= line.from && to <= line.to && line.text.slice(to - line.from).trim() !== ''
  )
}

/** The name that Enter wrote in the caret's line, while it may still be somebody else's. */
export function offeredIn(state: EditorState): Offered | null {
  return key.getState(state) ?? null
}

/** Takes back the name that Enter wrote, while nothing stands behind it. */
export function withdraw(view: EditorView): boolean {
  const offered = offeredIn(view.state)
  const { from, empty } = view.state.selection
  if (offered === null || !empty || from !== offered.to) return false
  view.dispatch(view.state.tr.delete(offered.from, offered.to).setMeta(key, null).scrollIntoView())
  return true
}

/** The name is offered as long as the caret stays in its line and nothing in it was changed. */
function follow(tr: Transaction, offered: Offered | null, state: EditorState): Offered | null {
  const said = tr.getMeta(key) as Offered | null | undefined
  if (said !== undefined) return said
  if (offered === null) return null
  const [from, to] = [tr.mapping.map(offered.from, 1), tr.mapping.map(offered.to, -1)]
  const { $from } = state.selection
  const isWhole = to - from === offered.to - offered.from
  return isWhole && $from.pos >= to && from >= $from.start() && to <= $from.end() ? { from, to } : null
}
