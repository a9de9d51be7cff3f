import { type Head, isMarked, keyOf, type Line } from '../reading/index.ts'

/**
 * What a heading or label announces: the agenda itself, an agenda into which the notes are written, or topics, which may just as
 * well be what was talked about. Null: something else.
 */
export type AgendaTitle = 'agenda' | 'agenda and notes' | 'topics'

const DATE =
  /\b(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b|\d+(?:st|nd|rd|th|h|m|min|mins|minutes|hours?|am|pm)?\b|utc\b|gmt\b)/g

const AGENDA = String.raw`(?:agendas?|tagesordnung|ordre du jour|orden del d[ií]a|ordem do dia|ordine del giorno|order of business|议程|議程|議題|アジェンダ|안건)`
const BEFORE = String.raw`(?:(?:the|this|our|today s|todays|weekly|biweekly|monthly|meeting|call|session|proposed|tentative|draft|preliminary|provisional|final|full|detailed|rough|suggested|planned|current|new|main|technical|regular|morning|afternoon|logistics and|topics and|schedule and) )*`
const AFTER = String.raw`(?: (?:items?|topics?|points?|list|overview))?`
const FOR = String.raw`(?: (?:for|of) (?:(?:the|this|our) )?(?:today(?: s (?:meeting|call|session))?|meeting|call|session|week|day|discussion))?`
const REMARK = String.raw`(?: (?:please )?(?:add|feel free|put|append) .*| (?:proposed|draft|tentative|provisional|wip|work in progress|open|in (?:no|any) particular order|(?:in )?order))?`

const IS_AGENDA = new RegExp(`^${BEFORE}${AGENDA}${AFTER}${FOR}${REMARK}$`, 'u')
/** `The following agenda was sent to the members:` */
const TOLD = /^(?:the )?(?:following|proposed) agenda (?:was|is|has been) (?:\p{L}+ ?){1,6}$/u
const IS_BOTH = new RegExp(
  `^${BEFORE}(?:${AGENDA}${AFTER} (?:and )?(?:(?:meeting|discussion|running) )?(?:notes|minutes|discussions?)|(?:notes|minutes|discussion) (?:and )?agenda)$`,
  'u',
)
const IS_TOPICS = new RegExp(
  `^${BEFORE}(?:(?:discussion )?topics(?: list)?(?: (?:for|of|to) (?:today|discussion|discuss|(?:the|this) (?:meeting|call|week)|cover))*|(?:items|points|topics|things) (?:for discussion|to (?:discuss|cover|talk about))(?: today)?|discussion items|talking points)${REMARK}$`,
  'u',
)

/** Without one of these nothing is a title; most lines of minutes are none. */
const STEM = /agend|topic|items|points|things|tagesordnung|ord[re]|议|議|アジェンダ|안건/i

/** What the words of a heading or label say of what stands below it. */
export function agendaTitle(text: string): AgendaTitle | null {
  if (text.length > 120 || !STEM.test(text)) return null
  const key = keyOf(text)
  if (key === '' || key.length > 90) return null
  const plain = key.replace(DATE, ' ').replace(/\s+/g, ' ').trim()
  if (IS_AGENDA.test(plain) || TOLD.test(plain)) return 'agenda'
  if (IS_BOTH.test(plain)) return 'agenda and notes'
  return IS_TOPICS.test(plain) ? 'topics' : null
}

const ELSEWHEN =
  /^(?:(?:the|our) )?(?:next|future|upcoming|previous|last|past|prior)(?: \S+)? (?:meetings?|calls?|agendas?|sessions?|weeks?|topics?|times?)\b|\b(?:for|of|from) (?:(?:the|our|a) )?(?:next|future|upcoming|previous|last|later|prior)(?: \S+)? (?:meetings?|calls?|sessions?|weeks?|times?)\b|\bbacklog\b|\bparking lot\b/

/** Whether something stands under a heading that speaks of another meeting. */
export function isOfAnotherMeeting(heads: readonly Head[]): boolean {
  return heads.some(({ key }) => ELSEWHEN.test(key))
}

/** Headings and labels with which the notes begin. */
const NOTES =
  /^(?:(?:the|meeting|call|discussion|raw|detailed|our|today s|session) )*(?:notes?|minutes|discussions?|transcript|log|summary|outcomes?|conclusions?|q a|questions?)\b|^notes? (?:from|of)\b/

/** Headings and labels of other things, which may stand in an agenda's section and are no topics. */
const OTHER =
  /^(?:(?:the|meeting|our|remote|tsc|board|steering|committee|team|core|voting|other|list of) )*(?:attend(?:ees?|ance|ing)|participants?|present|members? present|others? present|regrets?|absen(?:t|ces|tees)|apologies|guests?|observers?|roll call|chairs?|scribes?|note ?takers?|facilitators?|moderators?|registration|logistics|(?:video )?conferenc(?:e|ing).*|how to join|join(?:ing)?.*|zoom.*|dial in.*|location|venue|dates?|times?|when|where|contacts?|hosts?|schedule constraints|links?|resources|references|recordings?|slides|materials|action (?:items?|points?)|actions|to ?dos?.*|next steps|decisions?|resolutions?|next meetings?|upcoming.*|future.*|(?:previous|last) meetings?|out of scope|not reached|housekeeping rules|code of conduct|moderator checklist|checklist|meeting roles|roles|useful links)$/

export function isNotesTitle(text: string): boolean {
  return NOTES.test(keyOf(text))
}

export function isOtherTitle(text: string): boolean {
  return OTHER.test(keyOf(text))
}

/** Whether a line says what follows: all of it is bold or italic, or it ends in a colon. */
export function isLabel(line: Line): boolean {
  const text = line.text.trim()
  if (text === '' || text.length > 60) return false
  return /[:：]$/.test(text) || isMarked(line, 'bold') || isMarked(line, 'italic')
}
