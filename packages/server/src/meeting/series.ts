import { fold } from '@plenary/shared/meeting'
import type { Structure } from '@plenary/shared/structure'

import { LensError } from '../markdown/lens.ts'
import type { MeetingRecord } from '../store/store.ts'
import type { Structures } from './structures.ts'

/** A meeting of a series, and what its minutes say. */
export interface Held {
  readonly record: MeetingRecord
  readonly structure: Structure
}

/** So many meetings are looked into at most, the newest first. */
const MOST = 60

/**
 * The meetings of the same group, itself among them, newest first: those that were created for it; of a meeting that was created
 * for none, those whose minutes name the same group, or where these name none, those of the same title but for dates and numbers.
 */
export async function seriesOf(
  record: MeetingRecord,
  meetings: readonly MeetingRecord[],
  structures: Pick<Structures, 'of'>,
): Promise<readonly Held[]> {
  const { id, group } = record
  if (group !== undefined) return heldIn(meetings.filter((each) => each.group === group).slice(0, MOST), structures)
  const others = meetings.filter((each) => each.group === undefined)
  const [own] = await heldIn([record], structures)
  const named = own?.structure.group
  if (named !== undefined) {
    const held = await heldIn(others.slice(0, MOST), structures)
    return held.filter(({ structure }) => structure.group !== undefined && fold(structure.group) === fold(named))
  }
  const key = keyOf(record.title)
  return heldIn(
    others.filter((each) => each.id === id || (key !== '' && keyOf(each.title) === key)).slice(0, MOST),
    structures,
  )
}

/** One whose minutes cannot be read takes away none of the others. */
async function heldIn(records: readonly MeetingRecord[], structures: Pick<Structures, 'of'>): Promise<Held[]> {
  const held = await Promise.all(
    records.map(async (record): Promise<Held[]> => {
      const structure = await structures.of(record).catch((error: unknown) => {
        if (error instanceof LensError) return undefined
        throw error
      })
      return structure === undefined ? [] : [{ record, structure }]
    }),
  )
  return held.flat()
}

const DATE_WORD =
  /^(?:\d.*|jan\w*|feb\w*|mar|march|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/

/** A title without what changes from one meeting to the next. */
function keyOf(title: string): string {
  return fold(title)
    .split(' ')
    .filter((word) => !DATE_WORD.test(word))
    .join(' ')
}
