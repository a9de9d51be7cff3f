import { keyOf } from '../reading/index.ts'
import { bracketsIn } from './brackets.ts'

/** `@ann, @bob and @cem`; one without letters is a slip. */
export const HANDLES = String.raw`@[\p{L}\p{N}_.-]*(?:\s*(?:,|&|\+|\band\b|\s)\s*@[\p{L}\p{N}_.-]*)*`
const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*(?:\s(?:(?:de|da|del|der|van|von|la|le)\s){0,2}\p{Lu}[\p{L}\p{M}'’.-]*){0,3}`
/** `Ann Bell, Bo`. */
export const NAMES = String.raw`${NAME}(?:\s*(?:,|&|\/|\+|\band\b)\s*${NAME})*`

const IS_NAME = new RegExp(String.raw`^${NAME}$`, 'u')
const IS_HANDLES = new RegExp(String.raw`^(?:${HANDLES})$`, 'u')

/** Words that stand in brackets with a capital and are nobody. */
const NO_NAMES = new Set(
  `draft new old part phase stage update updates continued cont tbd tba wip rfc pr proposal discussion discuss vote poll
  optional remote all everyone chair chairs moderator host team group various if time permits slides demo review info
  informational decision action meeting call agenda notes closed open private public break lunch europe us usa asia apac emea
  america africa australia china japan india east west north south morning afternoon evening am pm utc monday tuesday
  wednesday thursday friday saturday sunday january february march april june july august september october november
  december primary secondary early late final first second third low high medium priority important urgent breaking
  request feature bug issue issues spec css html http api ci linux windows macos chrome firefox safari rust go python java
  wasm javascript typescript node github google mozilla apple microsoft note links link see also intro introduction working
  document doc next steps follow up standing item recurring ongoing`.split(/\s+/),
)

export function areHandles(words: string): boolean {
  return IS_HANDLES.test(words)
}

/** Whether words can be a name; nobody may know it. */
export function isLikeName(words: string): boolean {
  if (!IS_NAME.test(words)) return false
  return !keyOf(words)
    .split(' ')
    .some((word) => NO_NAMES.has(word))
}

/** The names in `@ann, @bob and Cem`. */
export function namesIn(written: string): string[] {
  return written
    .split(/\s*(?:[,;&+/]|\band\b|(?<=@\S*)\s+(?=@))\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== '@')
}

/** Whether a text ends in brackets in which nothing but names can stand. */
export function endsInNames(text: string): boolean {
  const last = bracketsIn(text).at(-1)
  if (last === undefined || !/^[\s.,;!?*]*$/.test(text.slice(last.to)) || last.parts.length === 0) return false
  return last.parts.every(({ from, to }) => namesIn(text.slice(from, to)).every(isLikeName))
}
