import {
  type Action,
  type Agenda,
  type AgendaItem,
  type Attendance,
  type Attendee,
  type Decision,
  type Poll,
  type Problem,
  problemsIn,
  type Understanding,
  type Written,
} from '@plenary/shared/blocks'
import { type DocJson, oneLine } from '@plenary/shared/document'
import type { Node } from '@tiptap/pm/model'

import type { Places, Range } from './places.ts'

/** What the side of the page lists, by kind. */
export interface Values {
  readonly heading: { readonly text: string; readonly level: number }
  readonly topic: { readonly item: AgendaItem; readonly agenda: Agenda; readonly depth: number }
  readonly person: { readonly attendee: Attendee; readonly attendance: Attendance }
  readonly action: Action
  readonly decision: Decision
  readonly poll: Poll
  readonly problem: Problem
}
export type FoundKind = keyof Values

/** One thing that was found in a document, and where. */
export interface Found<K extends FoundKind> {
  readonly kind: K
  readonly value: Values[K]
  /** The line that says it. */
  readonly line: Range
  /** A place in the midst of its text, by which it is known again after edits. */
  readonly anchor: number
  readonly id: string | null
}

export type AllFound = { readonly [K in FoundKind]: readonly Found<K>[] }

/** All that is listed of a reading, each kind in the order of the document. */
export function foundIn(document: DocJson, understanding: Understanding, places: Places): AllFound {
  return {
    heading: headings(places),
    topic: understanding.agendas.flatMap((agenda) => topics(agenda, agenda.items, places)),
    person: understanding.attendances.flatMap((attendance) =>
      attendance.attendees.map((attendee) => {
        const value = { attendee, attendance }
        return inLine('person', value, places.span(attendee.at))
      }),
    ),
    action: understanding.actions.map((action) => block('action', action, action.text, places)),
    decision: understanding.decisions.map((decision) => block('decision', decision, decision.text, places)),
    poll: understanding.polls.map((poll) => block('poll', poll, poll.question, places)),
    problem: problemsIn(document, understanding).map((problem) =>
      inLine('problem', problem, places.lineAt(problem.at)),
    ),
  }
}

function headings({ doc }: Places): Found<'heading'>[] {
  const found: Found<'heading'>[] = []
  doc.descendants((node: Node, pos) => {
    if (node.type.name === 'heading') {
      const text = oneLine(node.textContent)
      const line = { from: pos + 1, to: pos + 1 + node.content.size }
      if (text !== '') found.push(inLine('heading', { text, level: Number(node.attrs['level']) }, line))
    }
    return node.type.name === 'doc' || node.type.name === 'blockquote'
  })
  return found
}

function topics(agenda: Agenda, items: readonly AgendaItem[], places: Places, depth = 0): Found<'topic'>[] {
  return items.flatMap((item) => [
    inLine('topic', { item, agenda, depth }, places.span(item.at)),
    ...topics(agenda, item.items, places, depth + 1),
  ])
}

function inLine<K extends FoundKind>(kind: K, value: Values[K], line: Range): Found<K> {
  return { kind, value, line, anchor: middle(line), id: null }
}

function block<K extends 'action' | 'decision' | 'poll'>(
  kind: K,
  value: Values[K],
  { at }: Written<string>,
  places: Places,
): Found<K> {
  const { path, row, id } = value.carrier
  const line = places.line(path, row)
  return { kind, value, line, anchor: middle(at === null ? line : places.span(at)), id }
}

function middle({ from, to }: Range): number {
  return Math.floor((from + to) / 2)
}
