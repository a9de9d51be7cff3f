import type { Roster } from '../people/roster.ts'
import { keyOf } from '../reading/index.ts'

/** What stands before a colon at the beginning of a line and is nobody's name, as `keyOf` writes it. */
const LABELS = new Set(
  `a abstract abstain accepted action actions addendum administrivia against agenda agreed agreement agreements ai aim
  all alternative alternatives announcement announcements answer answers anyone apologies approved argument arguments
  aside ask attendance attendees attending audience author authors background benefit benefits both break but caveat
  caveats chair chairs challenge challenges champion champions change changes chat claim clarification comment comments
  committee community con concern concerns conclusion conclusions cons consensus contact context contra correction crowd
  current date dates day deadline decided decision decisions definition delegates demo description details disclaimer
  discuss discussion discussions doc docs documentation done draft due duration edit editor editors eg email end error
  errors etc event events everybody everyone example examples explainer fact facts facilitator feature features feedback
  file files final first followup for format from fyi general goal goals group guest guests history host hosts http https
  idea ideas ie imo impact important in info information input introduction intro issue issues join last later limitation
  limitations link links location log logistics main meeting meetings member members minutes missing moderator moderators
  more motion motivation multiple name names nb new next no nobody none note notes notetaker notetakers now objection
  objections observation observers one only opinion option options or order other others outcome outcomes output overview
  owner owners part participant participants people phase place plan plans point points poll polls pr prep present
  presentation presenter presenters previous priorities priority pro problem problems process progress proposal proposals
  proposed pros prs ps purpose q qa question questions quote rationale re reason reasons recap recommendation recording
  reference references regrets related release releases reminder reminders remote remark remarks replay reply repo report
  requirement requirements resolution resolutions resolved resources response responses result results review reviewer
  reviewers rfc risk risks roadmap role roles room rule scenario schedule scope scribe scribes second section see several
  situation slide slides so solution solutions some somebody someone source speaker speakers spec stage start status step
  steps still subject subtopic suggestion suggestions summary tag tags takeaway takeaways target task tasks tbd team test
  tests text thanks that then there this thought thoughts thread time timebox times title tldr to today todo todos tomorrow
  topic topics transcript triage ui unclaimed unknown update updates url use user users various version versions via video
  vote votes warning we website week welcome what when where which who why work workaround yes yesterday yet you
  zoom zulip slack discord gitter github gitlab twitter matrix hackmd youtube chrome chromium firefox mozilla safari webkit
  edge google apple microsoft facebook monday tuesday wednesday thursday friday saturday sunday linux windows macos android
  ios python javascript typescript rust java wasm api apis ci cd css html http2 json faq tc wg cg utc gmt nit nits misc
  miscellaneous wip poc hint warn for neutral fix add added remove merge refactor feat chore bump create implement
  investigate mail twitter linkedin facebook email password webinar`.split(/\s+/),
)

const SERIES =
  /^(?:stage|phase|option|step|part|day|issue|slide|section|level|tier|question|topic|breakout|proposal|milestone|sprint|version|v|q|case|item|week|round|figure|table) ?(?:\d+|[a-z]|one|two|three|four|five|i+v?)$/
const FIRST = /^(?:next|last|this|previous|past|coming|no|in|on|for|at|as|from|to|side|if|strongly?|straw|side) /
const LAST =
  / (?:steps?|items?|points?|questions?|issues?|topics?|notes?|links?|time|date|by|updates?|meetings?|options?|status|takers?|requests?|favou?r|against|of|to|for|with|is|are|was|group|team|version|list|example|scribe|review|problem|summary|discussion|agenda)$/

/** Whether minutes write these words, given as `keyOf` writes them, where a name could stand. */
export function isLabel(key: string): boolean {
  return LABELS.has(key) || SERIES.test(key) || FIRST.test(key) || LAST.test(key)
}

/** Whether these words before a colon name nobody. People of the attendance are somebody even when they are called `May`. */
export function isNobody(written: string, roster: Roster): boolean {
  const key = keyOf(written)
  if (!/\p{L}/u.test(key)) return true
  if (!isLabel(key)) return false
  return !roster.attendees.some(({ name, initials, handle }) => {
    if (initials === written || (handle !== undefined && keyOf(handle) === key)) return true
    return key.length > 2 && keyOf(name).split(' ').includes(key)
  })
}
