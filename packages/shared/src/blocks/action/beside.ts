import { type Line, spanIn } from '../reading/index.ts'
import type { Action } from './action.ts'
import { readDate } from './due.ts'
import type { OwnersInCell } from './owner-cell.ts'

const IS_DONE = /^(?:done|completed?|closed|finished|resolved|fixed)\b|^(?:[x✓✔✅☑]|yes$|\[x\]|:[a-z_]*check[a-z_]*:)/iu

/** An action with what a place beside it, such as a cell, says of its owners. It has the say, unless it is empty and the text names somebody. */
export function withOwners(action: Action, { people, at }: OwnersInCell): Action {
  if (at === null || (people.length === 0 && action.owners.length > 0)) return action
  return { ...action, owners: people, ownerPlace: at, parts: { ...action.parts, owners: { form: 'cell', at } } }
}

/** The same of when it is due. */
export function withDue(action: Action, place: Line | undefined, meeting: string | undefined): Action {
  if (place === undefined) return action
  const date = readDate(place.text, meeting)
  if (date === null && action.due !== undefined) return action
  const due = date === null ? {} : { due: { value: date.date, at: spanIn(place, date.from, date.to) } }
  return { ...action, ...due, parts: { ...action.parts, due: spanIn(place) } }
}

/** The same of whether it is done. */
export function withStatus(action: Action, place: Line | undefined): Action {
  if (place === undefined || action.done) return action
  const done = { form: 'cell', at: spanIn(place) } as const
  return { ...action, done: IS_DONE.test(place.text.trim()), parts: { ...action.parts, done } }
}
