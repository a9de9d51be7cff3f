import type { PersonId } from '@plenary/shared/meeting'
import type { Awareness } from 'y-protocols/awareness'

/** A page that has this meeting open, as it tells the others of itself. */
export interface OpenPage {
  readonly client: number
  readonly cursor: unknown
}

/** More moves than anybody makes: who says so must not end everybody's count. */
const MOST = 2 ** 40

/** Every page that shows somebody, the one whose caret moved last before the others. All who have heard the same see the same order. */
export function pagesIn(awareness: Awareness): readonly OpenPage[] {
  return ordered(awareness, (user) => user !== undefined)
}

/** The pages of somebody whom the server knows, in the same order. */
export function pagesOf(awareness: Awareness, person: PersonId): readonly OpenPage[] {
  return ordered(awareness, (user) => isObject(user) && user['id'] === person)
}

/** What a caret that moves now says of when that was: one more than of any other. The clocks of two machines could not say it. */
export function nextMove(awareness: Awareness): number {
  return 1 + [...awareness.getStates().values()].reduce((most, { cursor }) => Math.max(most, moveOf(cursor)), 0)
}

function ordered(awareness: Awareness, isWanted: (user: unknown) => boolean): readonly OpenPage[] {
  return [...awareness.getStates()]
    .filter(([, { user }]) => isWanted(user))
    .map(([client, { cursor }]) => ({ client, cursor: cursor as unknown }))
    .toSorted((one, other) => moveOf(other.cursor) - moveOf(one.cursor) || one.client - other.client)
}

/** 0 where the caret has never moved, or a stock client does not say. */
function moveOf(cursor: unknown): number {
  const move = isObject(cursor) ? cursor['move'] : undefined
  return Number.isSafeInteger(move) && Number(move) > 0 && Number(move) <= MOST ? Number(move) : 0
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
