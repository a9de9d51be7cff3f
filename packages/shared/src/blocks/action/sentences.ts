import type { Person } from '../people/read-people.ts'
import type { Line } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import { readOwners } from './owners.ts'

const NEXT = /(?:[.;!]['"”’)\]]?|,\s+(?:and|while)|\s[-–—]{1,2}|[–—])\s+(?=[\p{Lu}@])/gu
/** `Details to follow.`, `Mary will be there.`: nobody has to do anything. */
const IS_NEWS = /^(?:follow|come|be|appear|happen|need|have|know|see)\b/

/** Who is to do something by the later sentences of a text, as in `Lee to write the page. Mary to read it.` and `The page — Lee to write it` */
export function ownersInSentences(line: Line, from: number, to: number, names: Voices): readonly Person[] {
  const text = line.text.slice(0, to)
  return [...text.slice(from).matchAll(NEXT)].flatMap((stop) => {
    const owned = readOwners({ ...line, text }, from + stop.index + stop[0].length, names)
    const isTask = owned !== null && (owned.form === 'to' || owned.form === 'will')
    return isTask && !IS_NEWS.test(text.slice(owned.to)) ? owned.people : []
  })
}
