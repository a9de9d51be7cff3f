import { readOwners } from '../action/owners.ts'
import { isActionHead } from '../action/section.ts'
import { boldLabelEnd } from '../action/topic-label.ts'
import type { Head, Line } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'

/** `TODOs and Decisions`: what stands below may be either. */
export function isMixedHead(head: Head): boolean {
  return /\b(?:decisions?|resolutions?|conclusions?|outcomes?|agreements?)\b/.test(head.key) && isActionHead(head)
}

/**
 * It tells what will be, and gives nobody anything to do: `Version 2 will happen in May`, `The group will not adopt it`. Nothing but a
 * few words stand before, or somebody is told to see that it is so.
 */
const TELLS =
  /^\W*(?:[\p{L}\p{N}][^\s,;:]*\s+){1,7}?(?:will|shall)\s+(?:not|never|happen|take place|be (?:held|on|called|named|dropped))(?!\p{L})/iu

/** What a group has decided, and by when; that it agreed to do something is somebody's task. */
const DECIDED =
  /^\W*(?:the )?(?:(?:working|task|interest) )?(?:group|team|committee|council|board|meeting|room|[A-Z]{2,5}) (?:has |have )?(?:decided|concluded|resolved|approved|rejected|adopted|accepted|declined|confirmed|agreed(?! to\b))\b|^\W*(?:the )?(?:decision|agreement|consensus) (?:to|that|reached|was)\b|^\W*(?:(?:soft|hard|new) )?deadline (?:for|of) [^:：]{1,60}[:：]/i

/** Whether a line below such a heading is a decision: behind what it is about it tells what will be, and of nobody who is known. */
export function tellsDecision(line: Line, names: Voices): boolean {
  const begin = boldLabelEnd(line) ?? 0
  const text = line.text.slice(begin)
  return DECIDED.test(text) || (TELLS.test(text) && readOwners(line, begin, names)?.isSure !== true)
}
