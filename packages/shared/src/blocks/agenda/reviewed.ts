import { isLinked, type Line } from '../reading/index.ts'
import { HANDLES, NAMES } from './name.ts'

const ARE_PEOPLE = new RegExp(String.raw`^\s*(?:[-–—]\s*)?(?:${NAMES}|${HANDLES})\s*$`, 'u')

/** `[Cookies](https://…) Ann, Bo`: a link to what is to be talked about, with nothing behind it but who looks after it. */
export function isReviewed({ text, pieces }: Line): boolean {
  const links = pieces.filter(isLinked)
  const first = links[0]
  const last = links.at(-1)
  if (first === undefined || last === undefined || text.slice(0, first.from).trim() !== '') return false
  const isOne = pieces.every((piece) => piece.from < first.from || piece.to > last.to || isLinked(piece))
  return isOne && ARE_PEOPLE.test(text.slice(last.to))
}
