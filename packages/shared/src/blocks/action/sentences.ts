import { looksLikeInitials } from '../people/name-shape.ts'
import { type Person, readPeople } from '../people/read-people.ts'
import { type Line, matchAt } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import { readOwners } from './owners.ts'

const NEXT = /(?:[.;!]['"”’)\]]?|,\s+(?:and|while)|\s[-–—]{1,2}|[–—])\s+(?=[\p{Lu}@])/gu
/** `Details to follow.`, `Mary will be there.`: nobody has to do anything. */
const IS_NEWS = /^(?:follow|come|be|appear|happen|need|have|know|see)\b/

/**
 * Who is to do something by the later sentences of a text, as in `Lee to write the page. Mary to read it.` and `The page — Lee to write
 * it`; or by all of it: `Assign to Lee`.
 */
export function ownersInSentences(line: Line, from: number, to: number, names: Voices): readonly Person[] {
  const text = line.text.slice(0, to)
  const assigned = matchAt(/[Aa]ssign(?:ed)? (?:it |this |that )?to\s+(?=[\p{Lu}@])/uy, text, from)
  const found = assigned === null ? null : readPeople(text, from + assigned[0].length, names)
  if (found !== null && !/[\p{L}\p{N}]/u.test(text.slice(found.to))) return found.people
  return [...text.slice(from).matchAll(NEXT)].flatMap((stop) => {
    const owned = readOwners({ ...line, text }, from + stop.index + stop[0].length, names)
    const isTask = owned !== null && (owned.form === 'to' || owned.form === 'will')
    return isTask && !IS_NEWS.test(text.slice(owned.to)) ? owned.people : []
  })
}

/** `LS: read it, MB: merge it`: who does what besides the first, by their initials. */
export function ownersBesides(line: Line, from: number, to: number, names: Voices): readonly Person[] {
  const text = line.text.slice(0, to)
  // Somebody has put names in front of all.
  if (readOwners({ ...line, text }, from, names)?.form === 'colon') return []
  return [...text.slice(from).matchAll(/,\s+(?=\p{Lu}{2,3}[:：]\s)/gu)].flatMap((comma) => {
    const owned = readOwners({ ...line, text }, from + comma.index + comma[0].length, names)
    return owned?.form === 'colon' && owned.people.every(({ name }) => looksLikeInitials(name)) ? owned.people : []
  })
}
