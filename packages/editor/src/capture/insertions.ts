import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { ListTree, Users, Vote } from 'lucide-react'

import type { SlashEntry } from '../editor/slash/entry.ts'
import { minutesJson } from '../understanding/index.ts'
import { applyHere, asStep } from './apply.ts'
import { modelIfLoaded } from './model.ts'
import { insertPoll } from './polls.ts'

const POLLS = [
  { id: 'poll-against', title: 'Poll: SA to SF', options: ['SA', 'A', 'N', 'F', 'SF'] },
  { id: 'poll-short', title: 'Poll: F, N, A', options: ['F', 'N', 'A'] },
  { id: 'poll-plus', title: 'Poll: +1, 0, -1', options: ['+1', '0', '-1'] },
  { id: 'poll-yes', title: 'Poll: yes, no', options: ['Yes', 'No'] },
] as const

/** Whole blocks that can be put into the minutes where the caret is. */
export function insertions(editor: Editor): readonly Omit<SlashEntry, 'isAllowed'>[] {
  const polls = POLLS.map(({ id, title, options }) => ({
    id,
    title,
    words: 'vote ballot straw count',
    typed: null,
    icon: Vote,
    run: () => insertPoll(editor, options),
  }))
  return [
    ...polls,
    {
      id: 'agenda',
      title: 'Agenda',
      words: 'topics items plan timebox',
      typed: null,
      icon: ListTree,
      run: () => addAgenda(editor),
    },
    {
      id: 'attendance',
      title: 'Attendance',
      words: 'attendees present participants people roll call regrets',
      typed: null,
      icon: Users,
      run: () => addAttendance(editor),
    },
  ]
}

function addAgenda(editor: Editor): boolean {
  const model = modelIfLoaded()
  if (model === undefined) return false
  const { state, view } = editor
  const { $from } = state.selection
  const isEmpty = $from.parent.content.size === 0 && $from.depth === 1
  const at = $from.after(1)
  const from = isEmpty ? $from.before(1) : at
  const nodes = model.newAgenda([]).map((node) => state.schema.nodeFromJSON(node))
  const tr = state.tr.replaceWith(from, at, nodes)
  const end = from + nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1))
  asStep(view, tr)
  return true
}

/** Attendance stands where minutes have it, below their title, wherever the caret is. */
function addAttendance(editor: Editor): boolean {
  const model = modelIfLoaded()
  if (model === undefined) return false
  applyHere(editor.view, model.insertAttendance(minutesJson(editor.state.doc), model.PLAIN_ATTENDANCE))
  return true
}
