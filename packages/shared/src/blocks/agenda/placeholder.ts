import type { Passage } from '../people/passage.ts'
import { keyOf } from '../reading/index.ts'

const ASKS =
  /^(?:please )?(?:(?:su?b?m[iu]?b?mit|sumbit|submit|open|send|file|create|make|raise) (?:a|your|an|the) (?:pr|pull request|merge request|issue)\b|(?:add|insert|write|put|enter|propose|list|append|fill in|place|drop|edit) (?:(?:your|in your|you|yours) .*|(?:a|an|any|new|more|other|additional|further)? ?(?:own )?(?:agenda|discussion)? ?(?:items?|topics?|points?|things|announcements?|subjects?|names?)(?: (?:here|below|above|to|if|you|for|as|in|by).*)?|.* here)$)/

const STANDS_FOR =
  /^(?:(?:agenda |new |next |another )?(?:item|topic|subject|point|title|entry)(?: (?:\d+|[a-z]|one|two|three|title|name|here))*|(?:your|sample|example|some|my|first|second|third) (?:own )?(?:agenda )?(?:items?|topics?|subjects?|points?|titles?|announcements?|names?)(?: (?:\d+|here|goes here|title|name))*|tb[adc]|n a|na|none|none yet|nothing|nothing yet|nothing to (?:report|discuss)|no (?:items?|topics?|agenda|agenda items?)(?: (?:yet|today|this week|this time))?|no (?:new )?(?:(?:updates?|news)(?: yet)?|announcements? yet)|x+|to ?do|to be (?:added|announced|determined|filled in|decided)|placeholder|etc|foo|bar|lorem ipsum.*|(?:other|more|additional) (?:items?|topics?) here)$/

const KEEPS_HOUSE =
  /^(?:please (?:help|add your(?:self| name)|sign|mute|remember|feel free|note|fill|keep|join|make sure|see)\b.*|(?:many )?thanks?(?: you)?(?: (?:all|everyone|everybody))?|note|nb|reminder to .* attend.*)$/

/** What is longer says something. */
const LONGEST = 120

/** Whether an item is there to be replaced: `Write your own item!`, `_Submit a PR to add your item here_`, `TBD`, `<topic>`. */
export function isPlaceholder({ text }: Passage): boolean {
  const words = text.replaceAll('\uFFFC', '').trim()
  if (/^[^\p{L}\p{N}]*$/u.test(words)) return !/\p{Extended_Pictographic}/u.test(words)
  if (/^(?:<[^<>]*>|\{\{?[^{}]*\}\}?|\$\{?[A-Z_]{3,}\}?)$/.test(words)) return true
  if (words.length > LONGEST) return false
  if (/<(?:your|my|insert) ?[\w ]*>/i.test(words)) return true
  const key = keyOf(words)
  return ASKS.test(key) || STANDS_FOR.test(key)
}

/** Whether an item is a word to those who come, and nothing to talk about: `Please help take notes.`, `Thanks!`. */
export function isHousekeeping(passage: Passage): boolean {
  return isNote(passage) || (passage.text.length <= LONGEST && KEEPS_HOUSE.test(keyOf(passage.text)))
}

/** `Note: the notes are linked.`: what stands beside it is told to those who come, too. */
export function isNote({ text }: Passage): boolean {
  return /^\s*(?:note|nb)\s*:/i.test(text)
}
