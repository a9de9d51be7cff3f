import type { SectionKind } from '../house-style.ts'

/** What the headings of the sections say, for sections that hold nothing yet; what they hold is for the recognisers to tell. */
const WORDS: readonly (readonly [SectionKind, RegExp])[] = [
  ['attendance', /^(?:attendees?|attendance|attending|present|participants?|in attendance|roll call)$/],
  ['agenda', /^(?:agendas?(?: items?)?|topics)$/],
  ['notes', /^(?:(?:meeting )?(?:notes|minutes)|discussions?(?: topics)?|content)$/],
  ['actions', /^(?:action items?|actions|to ?dos?(?: (?:and decisions|tasks))?|tasks|next steps)$/],
  ['decisions', /^(?:decisions?|resolutions?)$/],
]

/** The kind of section that a heading, as `keyOf` gives it, names. */
export function kindOfWords(key: string): SectionKind | undefined {
  return WORDS.find(([, words]) => words.test(key))?.[0]
}
