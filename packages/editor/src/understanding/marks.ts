import {
  type Action,
  type AgendaItem,
  type Carrier,
  type Decision,
  type Poll,
  samePath,
  type Turn,
  type Understanding,
  type Written,
} from '@plenary/shared/blocks'
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
    ...decisions.map(({ carrier, text }: Decision) => lines(places, carrier, text, 'mark-decision')),
    ...actions.flatMap((action) => actionMarks(action, places)),
    ...turns.map(({ at, who }: Turn) =>
      inline(places.span(at), who.state === 'one' ? 'mark-speaker' : 'mark-speaker mark-stranger'),
    ),
  ].filter((mark) => mark !== null)
}

function actionMarks({ carrier, text, owners, due, done }: Action, places: Places): (Decoration | null)[] {
  const state = done ? 'mark-done' : owners.length === 0 ? 'mark-wanting' : 'mark-open'
  return [
    lines(places, carrier, text, `mark-action ${state}`),
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

function pollMarks({ carrier, question, counts, outcome }: Poll, places: Places): (Decoration | null)[] {
  return [
    lines(places, carrier, question, outcome === undefined ? 'mark-poll mark-wanting' : 'mark-poll'),
    counts === null ? null : whole(places, counts, 'mark-counts'),
    outcome?.at ? inline(places.span(outcome.at), 'mark-outcome') : null,
  ]
}

/** The lines that say it: where they are all of their block it is marked as a block, else as a piece of its text. */
function lines(places: Places, { path, row }: Carrier, { at }: Written<string>, name: string): Decoration | null {
  const { from, to } = places.line(path, row)
  const end = at !== null && samePath(at.path, path) ? places.lineAt({ path, from: at.to }).to : to
  const node = places.node(path)
  return end - from === node.content.size ? whole(places, path, name) : inline({ from, to: end }, name)
}

function whole(places: Places, path: readonly number[], name: string): Decoration {
  const from = places.start(path)
  return Decoration.node(from, from + places.node(path).nodeSize, { class: name })
}

function inline({ from, to }: Range, name: string): Decoration | null {
  return from < to ? Decoration.inline(from, to, { class: name }) : null
}
