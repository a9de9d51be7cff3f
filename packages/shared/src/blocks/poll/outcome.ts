import { readPeople } from '../people/read-people.ts'
import { speechAt } from '../people/speech.ts'
import type { Voices } from '../speaker/voices.ts'

/** What came of a poll, by its place in a text; `by` is who declares it. */
export interface Outcome {
  readonly from: number
  readonly to: number
  readonly by: { readonly from: number; readonly to: number } | null
  /** It stands alone: nobody says it in the course of talk. */
  readonly isNote: boolean
}

const LEAD = String.raw`(?:(?:ok(?:ay)?|so|great|and|then|alright|right|well|we have|we(?:'re| are) (?:at)?|that(?:'s| is|’s)|this is|there is|there(?:'s|’s)|it(?:'s| is|’s)|i (?:declare|call|think)|(?:sounds|looks|seems) like|result|outcome)[,:.!]?\s+)*`
const SUBJECT = String.raw`(?:(?:the |this )?(?:poll|vote|motion|proposal|resolution|measure|result)\s+(?:is |was |has |have )?(?:been )?)?`
const OUTCOMES = [
  String.raw`(?:by |with |general |unanimous |rough |strong |clear |lazy |full |near )*(?:consent|consensus|agreement)\b(?!\s+(?:matters|process|is (?:hard|important)|because)).{0,80}`,
  String.raw`unanimous(?:ly)?\b.{0,60}`,
  String.raw`(?:no|not|without|lack of|weak)\s+(?:clear |strong |any )?(?:consensus|objections?|opposition|quorum|majority)\b.{0,60}`,
  String.raw`${SUBJECT}(?:not )?(?:pass(?:es|ed)?|carrie[ds]|carried|fail(?:s|ed)|adopted|approved|rejected|defeated|accepted|declined|tabled|withdrawn|deferred|postponed|inconclusive|agreed)(?:\b.{0,80})?`,
  String.raw`.{0,60}\b(?:advances?|advanced|advancing|moves?|moved|moving|proceeds?|proceeding|promoted|goes|accepted|approved|passes|stays?)\s+(?:(?:on|forward|ahead|is|are|now)\s+)*(?:to|at|in|for)\s+(?:phase|stage)\s?\d\b.{0,40}`,
  String.raw`.{0,40}\b(?:motion|poll|vote|proposal|resolution)\s+(?:passes|passed|carries|carried|fails|failed|is (?:not )?(?:adopted|approved|rejected|accepted|tabled))\b.{0,60}`,
  String.raw`not (?:polled|voted on|put to (?:a |the )?vote)`,
  String.raw`(?:no ?(?:one|body)|none) (?:objects?|objected|opposes?|opposed|is opposed|is against)\b.{0,60}`,
  String.raw`the (?:ayes|yeses|noes) have it`,
  String.raw`(?:phase|stage) \d\W*`,
]
const IS_OUTCOME = new RegExp(`^${LEAD}(?:${OUTCOMES.join('|')})$`, 'iu')
const LABELLED = /^(?:poll |vote |voting )?(?:results?|outcome|conclusion|decision|consensus)\s*[:：–-]\s*(?=\S)/i
/** Behind this label only what tells an outcome is one, `Vote: passed`; others say how they voted. */
const VOTED = /^vot(?:e|ing)\s*[:：]\s*(?=\S)/i
const LONGEST = 160

/** The outcome that a line below a poll tells, or null. Never a count, and never why somebody voted as they did. */
export function readOutcome(text: string, names: Voices): Outcome | null {
  if (text.length > 2 * LONGEST) return null
  const from = /^[\s*_<[(>#-]*/.exec(text)![0].length
  const to = Math.max(from, text.replace(/[\s*_>\])]*$/, '').length)
  if (to - from > LONGEST || to === from) return null
  const said = speechAt(text, from, names)
  const begin = said ?? from
  const labelled = LABELLED.exec(text.slice(begin, to))
  const start = begin + ((labelled ?? VOTED.exec(text.slice(begin, to)))?.[0].length ?? 0)
  const words = text.slice(start, to)
  const declared = labelled === null ? null : DECLARED.exec(words)
  if (declared !== null) {
    const name = start + declared.index + declared[0].indexOf(declared[1]!)
    return { from: start, to: start + declared.index, by: { from: name, to: name + declared[1]!.length }, isNote: true }
  }
  const isTold = IS_OUTCOME.test(words.replace(/[.!]+$/, '')) || (labelled !== null && !/\d\s*\W*$/.test(words))
  if (!isTold || /[?？]\W*$/.test(words)) return null
  const end = start + words.replace(/[.!]+$/, '').length
  return { from: start, to: end, by: said === null ? null : speaker(text, from, names), isNote: said === null }
}

/** `Outcome: consensus (declared by Ann Bell). We go on.`; a bracket at the end of the line is cut off before. */
const DECLARED = /\s+\(declared by ([^()]+)(?:\)(?=\.|$)|$)/

function speaker(text: string, at: number, names: Voices): { from: number; to: number } | null {
  const person = readPeople(text, at, names)?.people[0]
  return person === undefined ? null : { from: person.from, to: person.to }
}

/** An outcome behind the question in its own line: `POLL: shall we? - unanimous consent`, `vote on it? 50/50`. */
export function outcomeBehind(text: string): RegExpExecArray | null {
  return text.length > 2 * LONGEST ? null : BEHIND.exec(text)
}

const BEHIND =
  /(?:[?:.!]\s+|\s[-–—]+\s+|\s*[<[(]\s*)(?<outcome>(?:unanimous(?:ly)?|(?:no |general )?(?:consensus|consent|objections?)|pass(?:es|ed)|carried|approved|adopted|rejected|tabled|withdrawn|a tie|tied|\d{1,3}\s?\/\s?\d{1,3})\b[^\])>]{0,60}?)[\])>.!*_\s]*$/i

/** `Vote: unanimous`, `**CARRIED**`: how a motion went, where nobody was counted. */
export function tellsOfMotion(text: string, names: Voices): boolean {
  return WENT.test(text) && readOutcome(text, names)?.isNote === true
}

const WENT = /\b(?:carrie[sd]|passe[sd]|approved|adopted|accepted|rejected|defeated|fail(?:s|ed)|unanimous(?:ly)?)\b/i

/** `2 abstain`, `Abstentions: 2`. */
export function readAbstentions(
  text: string,
): { readonly value: number; readonly from: number; readonly to: number } | null {
  const found =
    /^\W*(?<before>\d{1,3})\s+(?:people |members |of us )?abst(?:ain\w*|entions?)\W*$/i.exec(text) ??
    /^\W*abst(?:ain\w*|entions?)\W*[:：–-]\W*(?<behind>\d{1,3})\W*$/i.exec(text)
  const number = found?.groups?.['before'] ?? found?.groups?.['behind']
  if (found === null || number === undefined) return null
  const from = found.index + found[0].search(/\d/)
  return { value: Number(number), from, to: from + number.length }
}
