import type { Turn } from '@plenary/shared/blocks'
import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'

import { lastReading, placeNow, type Range, type Reading } from '../understanding/index.ts'

/** A speaker about whom the page asks who that is. */
export interface Asked {
  /** Where the name begins. */
  readonly pos: number
  /** Asked for by a key, which then goes on in the panel. */
  readonly byKey: boolean
  readonly written: string
  /** How many turns are written so. */
  readonly turns: number
  /** Who it may be. */
  readonly names: readonly string[]
}

const key = new PluginKey<Asked | null>('strangers')

export const askedOf = (state: EditorState): Asked | null => key.getState(state) ?? null

/** A press on the name of a speaker who cannot be told, or Mod-. in their line, offers to say who it is. */
export function strangers(): Extension {
  return Extension.create({
    name: 'strangers',
    addKeyboardShortcuts() {
      return { 'Mod-.': () => askAtCaret(this.editor) }
    },
    addProseMirrorPlugins() {
      const { editor } = this
      return [
        new Plugin<Asked | null>({
          key,
          state: {
            init: () => null,
            apply(tr, asked) {
              const said = tr.getMeta(key) as Asked | null | undefined
              if (said !== undefined || asked === null) return said ?? null
              const pos = tr.mapping.map(asked.pos)
              const { head } = tr.selection
              // Whoever goes on elsewhere has no answer.
              if (head < pos || head > pos + asked.written.length + 1) return null
              return pos === asked.pos ? asked : { ...asked, pos }
            },
          },
          props: {
            handleClick(_view, pos, { target, button }) {
              const isName = target instanceof Element && target.closest('.mark-stranger') !== null
              // Behind a name the text begins, unless it was the name that was pressed.
              if (button === 0) ask(editor, false, ({ at }) => at.from <= pos && pos < at.to + (isName ? 1 : 0))
              return false
            },
            handleKeyDown(view, event) {
              if (event.key !== 'Escape' || askedOf(view.state) === null) return false
              askNoMore(editor)
              return true
            },
          },
        }),
      ]
    },
  })
}

export function askNoMore({ view }: Editor): void {
  view.dispatch(view.state.tr.setMeta(key, null))
}

function askAtCaret(editor: Editor): boolean {
  const { $head } = editor.state.selection
  ask(editor, true, ({ at }) => at.from >= $head.start() && at.from <= $head.pos)
  return true
}

/**
 * Asks about the last stranger that is meant, with the caret behind their name; about nobody where there is none. The last
 * reading is good enough to ask; the answer is put into the minutes as they are by then.
 */
function ask(editor: Editor, byKey: boolean, isMeant: (stranger: Stranger) => boolean): void {
  const reading = editor.isEditable ? lastReading(editor.state) : null
  const all = reading === null ? [] : strangersIn(reading).flatMap((stranger) => strangerNow(editor.state, stranger))
  const stranger = all.findLast(isMeant)
  if (reading === null || stranger === undefined) return
  const { written, who } = stranger.turn
  const asked: Asked = {
    pos: stranger.at.from,
    byKey,
    written,
    turns: all.filter(({ turn }) => turn.written === written).length,
    names: who.state === 'many' ? who.names : reading.understanding.roster.attendees.map(({ name }) => name),
  }
  const { tr } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, stranger.at.to)).setMeta(key, asked))
}

/** A turn of somebody who cannot be told, and where its name stands. */
export interface Stranger {
  readonly turn: Turn
  /** The name with its colon. */
  readonly at: Range
}

function strangersIn({ understanding, places }: Reading): Stranger[] {
  return understanding.turns
    .filter(({ who }) => who.state !== 'one')
    .map((turn) => ({ turn, at: places.span(turn.at) }))
}

/** Where their name stands by now; nothing where it is gone. */
function strangerNow(state: EditorState, { turn, at }: Stranger): Stranger[] {
  const [from, to] = [placeNow(state, at.from), placeNow(state, at.to)]
  return from === null || to === null || from >= to ? [] : [{ turn, at: { from, to } }]
}

/** Whoever is asked about, in that turn or in all that are written so. */
export function strangersMeant(reading: Reading, { pos, written }: Asked, all: boolean): Stranger[] {
  const alike = strangersIn(reading).filter(({ turn }) => turn.written === written)
  return all ? alike : alike.filter(({ at }) => at.from <= pos && pos <= at.to)
}
