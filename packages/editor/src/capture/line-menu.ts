import type { Editor } from '@tiptap/core'
import { CheckSquare, CircleSlash, Gavel, ListTree, type LucideIcon, MessageSquare, Users, Vote } from 'lucide-react'

import { CaretMenu } from '../editor/menu/caret-menu.ts'
import { caretCell, caretLine } from './caret-line.ts'
import { addAgenda, addAttendance } from './insertions.ts'
import { toAction, toDecision, toPlain } from './line-commands.ts'
import { insertPoll } from './polls.ts'
import { withdraw } from './speakers.ts'

/** Something that the caret's line can become, or that can stand there. */
export interface LineCommand {
  readonly id:
    | 'action'
    | 'decision'
    | 'poll'
    | 'speaker'
    | 'agenda'
    | 'attendance'
    | 'plain'
    | 'plain-table'
    | 'consent'
    | 'open-vote'
  /** The key that chooses it while the list is open. */
  readonly letter: string
  readonly title: string
  /** Other words that people look for in the slash menu. */
  readonly words: string
  /** What to type instead. */
  readonly typed: string | null
  readonly icon: LucideIcon
  /** It is offered in the cells of a table, and nowhere else. */
  readonly isOfCell?: true
  /** Missing: always. */
  readonly isAvailable?: () => boolean
  readonly run: () => boolean
}

/** The lists that a command can go on with: who takes it, who speaks. */
export interface Asking {
  readonly owner: (at: number) => void
  readonly speaker: () => boolean
}

/** What Mod-Enter lists, and the slash menu too. */
export function lineCommands(editor: Editor, ask: Asking): readonly LineCommand[] {
  // Whoever makes something of a line in which Enter has only put a name does not go on with that person.
  const afresh = (run: () => boolean) => () => {
    withdraw(editor.view)
    return run()
  }
  return [
    {
      id: 'action',
      letter: 'a',
      title: 'Action item',
      words: 'ai todo task owner',
      typed: 'ACTION: ',
      icon: CheckSquare,
      run: afresh(() => toAction(editor, ask.owner)),
    },
    {
      id: 'decision',
      letter: 'd',
      title: 'Decision',
      words: 'resolution resolved agreed conclusion',
      typed: 'DECISION: ',
      icon: Gavel,
      run: afresh(() => toDecision(editor)),
    },
    {
      id: 'poll',
      letter: 'v',
      title: 'Poll',
      words: 'vote ballot straw question count',
      typed: 'POLL: … Enter',
      icon: Vote,
      run: afresh(() => insertPoll(editor)),
    },
    {
      id: 'speaker',
      letter: 's',
      title: 'Speaker',
      words: 'who says name',
      typed: 'two letters and :',
      icon: MessageSquare,
      run: afresh(ask.speaker),
    },
    {
      id: 'agenda',
      letter: 'g',
      title: 'Agenda',
      words: 'topics items plan timebox',
      typed: '## Agenda, and a list',
      icon: ListTree,
      run: afresh(() => addAgenda(editor)),
    },
    {
      id: 'attendance',
      letter: 'p',
      title: 'Attendance',
      words: 'people attendees present participants roll call regrets',
      typed: 'Present: names',
      icon: Users,
      run: afresh(() => addAttendance(editor)),
    },
    {
      id: 'plain',
      letter: 'n',
      title: 'None of these',
      words: 'plain text not an action decision speaker',
      typed: null,
      icon: CircleSlash,
      run: () => toPlain(editor),
    },
    {
      id: 'plain-table',
      letter: 'n',
      title: 'Just a table',
      words: 'plain not people agenda counts',
      typed: null,
      icon: CircleSlash,
      isOfCell: true,
      run: () => toPlain(editor),
    },
  ]
}

/** The list that Mod-Enter opens at the caret; one letter more chooses. It filters nothing: whatever else is typed is text. */
export function lineMenu(commands: readonly LineCommand[]): CaretMenu<LineCommand> {
  const menu: CaretMenu<LineCommand> = new CaretMenu<LineCommand>({
    name: 'line',
    idOf: ({ id }) => id,
    offer(state, from) {
      const isInCell = caretCell(state) !== null
      if (state.selection.from !== from || (!isInCell && caretLine(state) === null)) return null
      const items = commands.filter(({ isOfCell = false }) => isOfCell === isInCell)
      return { query: '', items: items.filter(({ isAvailable }) => isAvailable?.() ?? true) }
    },
    choose(view, _menu, { run }) {
      menu.close(view)
      run()
    },
    typed(view, from, _to, text) {
      const open = menu.of(view.state)
      const command =
        open && from === open.from ? open.items.find(({ letter }) => letter === text.toLowerCase()) : undefined
      if (command === undefined) return false
      menu.choose(view, command)
      return true
    },
  })
  return menu
}
