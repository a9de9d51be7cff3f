import type { Passage } from '../people/passage.ts'
import { isLinked, keyOf } from '../reading/index.ts'
import type { Entry } from './entries.ts'
import { isHousekeeping, isNote } from './placeholder.ts'

/** From so many words on, a line without a link or a question is prose. */
const PROSE = 10

const SPEAKS =
  /^(?:i|we|they|he|she|it|this|these|that|there|you|maybe|perhaps|basically|currently|hopefully|actually|also|although|because|but|if|looking for|looks|seems|sounds|would|could|should|might|may|not|yes|no|agreed|done|on behalf of|main aim|as a|so|then|some folks|people|everyone|let s|lets|im|ive|its|supposed to|due to|need to|needs to|etc|turns out)\b(?! *\?)/

/** Sentences that tell how things are. */
const STATES =
  /^(?!what|how|why|where|who|which|when)\S+ (?:\S+ ){0,4}(?:is|are|was|were|has|have) (?:being|now|going|been|still|already) /

/** `Ann was thinking about nuts`. */
const GOES_ON = /^(?!what|how|why|where|who|which|when)\S+ (?:is|are|was|were) \p{L}+ing /u

/** What has been or is being done. */
const REPORTS =
  /^(?:start(?:ing|ed) to|working on|worked on|shipped|finished) |\b(?:is|are|draft) done\b|\b(?:opened|merged|closed|released|published|landed|submitted|announced|is (?:up|out|live))$/

/** `See: https://…` among notes says where more of it stands. */
const POINTS = /^(?:refer(?:s|red)? to|see|see also|cf|more (?:details|information)|for details)\b/

/** How far something is. */
const STATUS =
  /^(?:(?:still|currently|now|almost|nearly) )?(?:under review|in (?:review|discussion|progress)|(?:low|medium|high) priority|work in progress|on hold|waiting for|blocked (?:on|by)|needs? (?:a )?(?:re)?review|ready (?:to merge|for review))\b/

const ASKS_FOR_VOTE = /^(?:straw ?)?(?:polls?|votes?)\b/

/** `Should we use it?` is to be talked about. */
const ASKS = /^(?:should|would|could|may|might) [^.]*(?:\?\s*(?:\([^()]*\))?|\blike:)$/i

/** What came out of a topic is none. */
const OUTCOME =
  /^\s*(?:consensus|conclusions?|decisions?|decided|resolved|resolutions?|agreed|outcomes?|answers?|action(?: items?)?|actions|ai|todo)\s*[:：]\s*\S|^\s*[[(](?:todo|action(?: items?)?|ai)[\])]/i

export function isOutcome(text: string): boolean {
  return OUTCOME.test(text)
}

/** What a topic is about, in an item below it. */
const DETAIL =
  /^\W*(?:goals?|previous(?:ly)? discuss(?:ed|ions?)|rationale|motivation|purpose|proposal|(?:desired|expected) outcomes?)[\s*_]*[:：]\s*\S/i

export function isDetail(text: string): boolean {
  return DETAIL.test(text)
}

/** `Team status:`: below those who report stands what they reported. */
export function isReport(text: string): boolean {
  return /\b(?:status|status (?:updates?|reports?))\W*$/i.test(text)
}

/** So many letters tell how a line begins. */
const HEAD = 40

/**
 * Whether an item nested in the agenda belongs to it, or was written as a remark. Without grammar that can only be told by looks: what has
 * a number (where these count), a link, a question mark, a timebox or a presenter is planned; sentences are remarks.
 */
export function isRemark(entry: Entry, passage: Passage, parent: string, doNumbersCount = true): boolean {
  if (entry.item.checked !== null || isNote(passage) || (!entry.item.isOrdered && isHousekeeping(passage))) return true
  const { text } = passage
  if (isOutcome(text)) return true
  if (entry.item.isOrdered && doNumbersCount) return false
  if (asksForVote(passage) || isUmbrella(parent) || ASKS.test(text.trim())) return false
  if (isTold(passage)) return true
  if (hasLink(passage) || asks(passage)) return false
  return isSentence(passage) || text.trim().split(/\s+/).length >= PROSE
}

function asksForVote({ text }: Passage): boolean {
  return ASKS_FOR_VOTE.test(keyOf(text.slice(0, HEAD)))
}

function isTold(passage: Passage): boolean {
  const key = keyOf(passage.text.slice(0, HEAD))
  return SPEAKS.test(key) || STATES.test(key) || GOES_ON.test(key) || (STATUS.test(key) && !hasLink(passage))
}

function asks({ text }: Passage): boolean {
  return /\?\s*(?:\([^()]*\))?\s*$/.test(text)
}

function isSentence({ text }: Passage): boolean {
  return /[^.]\.\s*$/.test(text)
}

/** Whether nothing but its length makes an item a remark. */
export function isOnlyLong({ item }: Entry, passage: Passage): boolean {
  if (item.checked !== null || isHousekeeping(passage) || isOutcome(passage.text)) return false
  return !isTold(passage) && !isSentence(passage)
}

/** Whether all of several items but one ask, link or call for a vote: then that one was planned, too. */
export function areAllPlanned(entries: readonly Entry[]): boolean {
  const said = entries.flatMap(({ passage }) => passage ?? [])
  const planned = said.filter(
    (passage) => asksForVote(passage) || (!isTold(passage) && (hasLink(passage) || asks(passage))),
  )
  return planned.length > 1 && planned.length + 1 >= said.length
}

/** Nothing but an address. */
export function isBareLink(passage: Passage): boolean {
  return hasLink(passage) && !/[\p{L}\p{N}]/u.test(passage.text.replace(/https?:\/\/\S+/g, ''))
}

const UMBRELLA =
  /^(?:(?:other|any other|general|new|old|open|opening|closing|standing|further|proposals? and|reports? and|updates? and) )*(?:business|proposals?|discussions?|announcements?|topics|agenda items|items|updates|reports|presentations|issues|pull requests|prs|reviews|aob)$/

/** Whether an item is nothing but a place for others: `Announcements`, `Proposals and discussions`, `Next steps:`. */
export function isUmbrella(text: string): boolean {
  return /:\s*$/.test(text) || (text.length <= HEAD && UMBRELLA.test(keyOf(text)))
}

/** Where notes were written into the agenda, only what cannot be one belongs to it: a bare link, a vote. */
export function isPlanned(passage: Passage): boolean {
  const key = keyOf(passage.text.slice(0, HEAD))
  return (
    ASKS_FOR_VOTE.test(key) || (isReference(passage) && !STATES.test(key) && !REPORTS.test(key) && !POINTS.test(key))
  )
}

export function hasLink({ text, pieces }: Passage): boolean {
  return /https?:\/\//.test(text) || pieces.some(isLinked)
}

/** `The nuts are out now: https://…` is told; a reference has a name. */
const VERBS = /\b(?:is|are|was|were|will|can|has|have|let s|still)\b/

/** A link with at most a few words to say what it is. */
function isReference(passage: Passage): boolean {
  if (!hasLink(passage)) return false
  const { text, pieces } = passage
  let rest = text
  let isLed = false
  for (const { from, to } of pieces.filter(isLinked).toReversed()) {
    rest = rest.slice(0, from) + rest.slice(to)
    isLed ||= text.slice(0, from).trim() === ''
  }
  rest = rest.replace(/https?:\/\/\S+/g, '').trim()
  const words = rest.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  const isNamed = /[:!–—-]$/.test(rest)
  if (VERBS.test(keyOf(rest))) return false
  return words === 0 || (words <= 4 && (isLed || isNamed)) || (words <= PROSE && isNamed && !isLed)
}
