import { type Action, type ActionStyle, actionStyleOf, hasHandles } from '@plenary/shared/blocks'

import type { Reading } from '../understanding/index.ts'

/**
 * What is written for an owner who was picked by name: the handle where this action item has handles (`@ann`), or, where none is
 * known, a first name that means nobody else; otherwise the name.
 */
export function ownerWords(
  picked: string,
  action: Action,
  { document, understanding }: Reading,
  usual?: ActionStyle,
): string {
  const { roster, actions } = understanding
  const person = roster.attendees.find(({ name }) => name === picked)
  const isHandle = action.owners[0]?.at
    ? hasHandles(document, action)
    : actionStyleOf(document, actions, usual).isHandle
  if (person === undefined || !isHandle) return picked
  if (person.handle !== undefined) return person.handle
  const first = picked.split(' ')[0] ?? picked
  const meant = roster.resolve(first)
  return meant.state === 'one' && meant.name === picked ? first : picked
}
