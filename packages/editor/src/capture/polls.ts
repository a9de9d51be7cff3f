import { applyChanges, type PollStyle, samePath } from '@plenary/shared/blocks'
import type { Editor } from '@tiptap/core'
import type { Fragment } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { Vote } from 'lucide-react'

import { addMark, markOf } from '../editor/commands/mark.ts'
import type { SlashEntry } from '../editor/slash/entry.ts'
import { minutesJson } from '../understanding/index.ts'
import { asStep } from './apply.ts'
import type { CaretLine } from './caret-line.ts'
import { here } from './line-commands.ts'
import { modelIfLoaded } from './model.ts'

/** A marked question, as the recogniser reads it, that Enter can ask for counts. */
const ASKED = /^\W{0,4}(?:straw )?(?:poll|vote)\b[^:]{0,20}:\W{0,4}\S/i

/** Polls with other options than those that these minutes use, for the slash menu. */
export function pollEntries(editor: Editor): readonly Omit<SlashEntry, 'isAllowed'>[] {
  return SCALES.map(({ id, title, options }) => ({
    id,
    title,
    words: 'vote ballot straw count',
    typed: null,
    icon: Vote,
    run: () => insertPoll(editor, options),
  }))
}

const SCALES = [
  { id: 'poll-for', title: 'Poll: SF to SA', options: ['SF', 'F', 'N', 'A', 'SA'] },
  { id: 'poll-against', title: 'Poll: SA to SF', options: ['SA', 'A', 'N', 'F', 'SF'] },
  { id: 'poll-short', title: 'Poll: F, N, A', options: ['F', 'N', 'A'] },
  { id: 'poll-plus', title: 'Poll: +1, 0, -1', options: ['+1', '0', '-1'] },
  { id: 'poll-yes', title: 'Poll: yes, no', options: ['Yes', 'No'] },
] as const

/**
 * Makes the caret's line the question of a poll with room for its counts below, as these minutes write polls; `options` in place
 * of theirs. The caret stands in the question.
 */
export function insertPoll(editor: Editor, options?: readonly string[]): boolean {
  const found = here(editor)
  if (found === null) return false
  const { line, document, understanding, model, forms } = found
  const usual = model.pollStyleOf(document, understanding.polls, forms?.poll)
  const style: PollStyle = options === undefined ? usual : { ...usual, options }
  const { $from } = editor.state.selection
  // A paragraph with other lines keeps them: the poll comes below it.
  const isAlone = $from.parent.type.name === 'paragraph' && line.from === $from.start() && line.to === $from.end()
  const nodes = model.newPoll('', style)
  const { schema, tr } = editor.state
  const from = isAlone ? $from.before() : $from.after()
  tr.replaceWith(
    from,
    $from.after(),
    nodes.map((node) => schema.nodeFromJSON(node)),
  )
  const end = from + 1 + (tr.doc.nodeAt(from)?.content.size ?? 0)
  tr.setSelection(TextSelection.create(tr.doc, end))
  if (isAlone) ask(tr, line, $from.parent.content, style)
  asStep(editor.view, tr)
  return true
}

/** Puts the words of the line behind the label, where the caret is, with the formats that they had. */
function ask(tr: Transaction, { text }: CaretLine, content: Fragment, { mark, isAllMarked }: PollStyle): void {
  const { from } = tr.selection
  const words = content.cut(text.length - text.trimStart().length, text.trimEnd().length)
  tr.insert(from, words)
  if (isAllMarked && mark !== null) addMark(tr, from, from + words.size, markOf(tr.doc.type.schema, mark).create())
  tr.setSelection(TextSelection.create(tr.doc, from + words.size))
}

/**
 * Enter behind `POLL: …` gives the question its counts and goes there; Enter behind `7 4 1 0 0` in the first of them writes the
 * whole tally.
 */
export function pollEnter(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection
  if (!empty || !editor.isEditable) return false
  if ($from.parent.type.name === 'tableCell') return tally(editor, $from.parent.textContent)
  if ($from.parentOffset < $from.parent.content.size || !ASKED.test($from.parent.textContent)) return false
  const found = here(editor)
  const poll = found?.understanding.polls.find(({ carrier }) => samePath(carrier.path, found.line.path))
  if (found === null || poll === undefined || poll.counts !== null || poll.outcome !== undefined) return false
  const style = found.model.pollStyleOf(found.document, found.understanding.polls, found.forms?.poll)
  const at = $from.after()
  const { schema, tr } = editor.state
  tr.insert(
    at,
    found.model.newCounts(style, []).map((node) => schema.nodeFromJSON(node)),
  )
  tr.setSelection(TextSelection.near(tr.doc.resolve(at + firstCount(tr.doc.nodeAt(at)?.type.name, style))))
  asStep(editor.view, tr)
  return true
}

/** How far behind the beginning of the counts the first of them is. */
function firstCount(type: string | undefined, { form, options }: PollStyle): number {
  if (type !== 'table') return 1
  const size = (text: string): number => text.length + 2
  const head = form === 'columns' ? options.reduce((sum, label) => sum + size(label), 2) : 1 + size(options[0] ?? '')
  return 1 + head + 2
}

/** The typed tally is no count of any option, so the poll is read as it is without it. */
function tally(editor: Editor, typed: string): boolean {
  const model = modelIfLoaded()
  if (model === undefined || !/^\s*\d+[\s,;/|]+\d/.test(typed)) return false
  const { $from } = editor.state.selection
  const tr = editor.state.tr.delete($from.start(), $from.end())
  const document = minutesJson(tr.doc)
  const table = Array.from({ length: $from.depth - 2 }, (_, depth) => $from.index(depth))
  const poll = model.understand(document).polls.find(({ counts }) => counts !== null && samePath(counts, table))
  const counts = poll && model.parseTally(typed, poll.options.length)
  if (poll === undefined || !counts) return false
  applyChanges(tr, model.setTally(document, poll, counts))
  asStep(editor.view, tr)
  return true
}
