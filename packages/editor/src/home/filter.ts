import type { Meeting } from '@plenary/shared/meeting'

import { plain } from '../ui/plain.ts'

/** The meetings whose title holds every one of the words, in any order, whatever their case and accents. */
export function matching(meetings: readonly Meeting[], words: string): readonly Meeting[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return meetings.filter(({ title }) => wanted.every((word) => plain(title).includes(word)))
}
