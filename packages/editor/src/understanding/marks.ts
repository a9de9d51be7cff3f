import type { Action, AgendaItem, Decision, Poll, Turn, Understanding } from '@plenary/shared/blocks'
import { Decoration } from '@tiptap/pm/view'

import type { Places, Range } from './places.ts'

/**
 * How the text shows what is understood of it: classes on what is there already. Nothing is added to the text, so nothing moves
 * when a mark comes or goes, and the caret has no new places to stumble over.
 */
export function marksOf(understanding: Understanding, places: Places): Decoration[] {
  const { attendances, agendas, actions, decisions, polls, turns } = understanding
  return [
    ...attendances.flatMap(({ attendees }) =>
      attendees.map(({ at, state }) => inline(places.span(at), `mark-person mark-${state}`)),
    ),
    ...agendas.flatMap(({ items }) => items.flatMap((item) => agendaMarks(item, places))),
    ...polls.flatMap((poll) => pollMarks(poll, places)),
    ...decisions.map(({ carrier }: Decision) => line(places, carrier, 'mark-decision')),
    ...actions.flatMap((action) => actionMarks(action, places)),
    ...turns.map(({ at, who }: Turn) =>
      inline(places.span(at), who.state === 'one' ? 'mark-speaker' : 'mark-speaker mark-stranger'),
    ),
  ].filter((mark) => mark !== null)
}

function actionMarks({ carrier, owners, due, done }: Action, places: Places): (Decoration | null)[] {
  const state = done ? 'mark-done' : owners.length === 0 ? 'mark-wanting' : 'mark-open'
  return [
    line(places, carrier, `mark-action ${state}`),
    ...owners.map(({ at }) => at && inline(places.span(at), 'mark-owner')),
    due?.at ? inline(places.span(due.at), 'mark-due') : null,
  ]
}

function agendaMarks({ minutes, presenter, items }: AgendaItem, places: Places): (Decoration | null)[] {
  return [
    minutes?.at ? inline(places.span(minutes.at), 'mark-minutes') : null,
    presenter?.at ? inline(places.span(presenter.at), 'mark-presenter') : null,
    ...items.flatMap((item) => agendaMarks(item, places)),
  ]
}

function pollMarks({ carrier, counts, outcome }: Poll, places: Places): (Decoration | null)[] {
  return [
    line(places, carrier, outcome === undefined ? 'mark-poll mark-wanting' : 'mark-poll'),
    counts === null ? null : whole(places, counts, 'mark-counts'),
    outcome?.at ? inline(places.span(outcome.at), 'mark-outcome') : null,
  ]
}

/** A line that is all of its block is marked as a block, one of several in a paragraph as a piece of text. */
function line(places: Places, { path, row }: Action['carrier'], name: string): Decoration | null {
  const range = places.line(path, row)
  const node = places.node(path)
  return range.to - range.from === node.content.size ? whole(places, path, name) : inline(range, name)
}

function whole(places: Places, path: readonly number[], name: string): Decoration {
  const from = places.start(path)
  return Decoration.node(from, from + places.node(path).nodeSize, { class: name })
}

function inline({ from, to }: Range, name: string): Decoration | null {
  return from < to ? Decoration.inline(from, to, { class: name }) : null
}
