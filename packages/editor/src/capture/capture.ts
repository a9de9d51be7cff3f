import type { Candidate } from '@plenary/shared/blocks'
import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

import type { CaretMenu } from '../editor/menu/caret-menu.ts'
import type { SlashEntry } from '../editor/slash/entry.ts'
import { whenIdle } from '../ui/when-idle.ts'
import { type LineCommand, lineCommands, lineMenu } from './line-menu.ts'
import { loadModel } from './model.ts'
import { ownerMenu } from './owner-menu.ts'
import type { Person } from './people.ts'
import { pollEnter, pollEntries } from './polls.ts'
import { askSpeaker, offeredIn, speakers } from './speakers.ts'
import { endsActionLabel } from './typed-label.ts'

/** The lists that capturing opens beside the caret. */
export interface CaptureMenus {
  readonly owner: CaretMenu<Person>
  readonly speaker: CaretMenu<Candidate>
  readonly line: CaretMenu<LineCommand>
}

declare module '@tiptap/core' {
  interface Storage {
    /** Missing in an editor that only shows text. */
    capture?: { menus?: CaptureMenus }
  }
}

export function captureMenusOf(editor: Editor): CaptureMenus | undefined {
  return editor.storage.capture?.menus
}

/**
 * What is said becomes a block in the line where it is said, by typing its label, by Mod-Enter and a letter, or from the slash
 * menu. Needs `understanding()` in the same editor. `also`: what Mod-Enter offers beside.
 */
export function capture(also: readonly LineCommand[] = []): Extension {
  return Extension.create<unknown, { menus?: CaptureMenus }>({
    name: 'capture',
    // Before the editor's own keys: Enter behind what somebody says is not a plain Enter.
    priority: 350,
    addStorage: () => ({}),
    onCreate() {
      whenIdle(() => void loadModel())
    },
    addKeyboardShortcuts() {
      return {
        'Mod-Enter': () => {
          const menu = this.storage.menus?.line
          const { view, state } = this.editor
          if (menu === undefined || !view.editable) return true
          view.dispatch(menu.open(state.tr, state.selection.from))
          return true
        },
        Enter: () => pollEnter(this.editor),
      }
    },
    addProseMirrorPlugins() {
      const { editor } = this
      const owner = ownerMenu(editor)
      const { plugin, menu: speaker } = speakers(editor)
      const commands = lineCommands(editor, {
        owner: (at) => editor.view.dispatch(owner.open(editor.state.tr, at)),
        speaker: () => askSpeaker(editor, speaker),
      })
      const line = lineMenu([...commands, ...also])
      this.storage.menus = { owner, speaker, line }
      return [owner.plugin(), speaker.plugin(), line.plugin(), plugin, labels(owner), entries(editor, commands)]
    },
  })
}

/** The blank behind a typed label asks for the owner at once. A name that Enter has put before it was not what is meant. */
function labels(owner: CaretMenu<Person>): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, from, to, text) {
        const offered = offeredIn(view.state)
        if (text !== ' ' || from !== to || !endsActionLabel(view.state, offered?.to)) return false
        const tr = view.state.tr.insertText(text, from)
        if (offered !== null) tr.delete(offered.from, offered.to)
        view.dispatch(owner.open(tr, tr.selection.from))
        return true
      },
    },
  })
}

/** What the slash menu offers of them. */
function entries(editor: Editor, commands: readonly LineCommand[]): Plugin {
  const isAllowed: SlashEntry['isAllowed'] = ({ inTable, inSource }) => !inTable && !inSource
  const lines = commands
    .filter(({ id }) => id !== 'plain' && id !== 'plain-table')
    .map(({ run, ...entry }): SlashEntry => ({ ...entry, isAllowed, run: () => run() }))
  const polls = pollEntries(editor).map((entry): SlashEntry => ({ ...entry, isAllowed }))
  return new Plugin({ slashEntries: [...lines, ...polls] })
}
