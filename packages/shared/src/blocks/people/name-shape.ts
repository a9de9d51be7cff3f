/** Words that stand where a name could stand (before a colon, before `to`), and name nobody. */
const NO_NAMES = new Set(
  `a about above abstain abstained abstentions access actual add added adding adopt after against agenda agree agreed ai all-hands
  alternative alternatives an and announcement announcements another answer answers any api approach argument as ask asked assign
  at attempt attend attendees await background because before being below benefit best blog bonus both brief bug bugs but by call
  can cancel cc change changes chat check ci clarify clean cleanup cli close closed code comment comments community conclusion
  connect consensus consider contact context continue contribute convert coordinate correction create currently date deadline
  decide decision decisions define demo dependencies deploy design detail details discuss discussed discussion docs document
  documentation done draft due edit edited editorial email end eta etc every everything example examples experiment explain extend
  extra fact faq feature features feedback figure file final finally find finish first fix follow follow-up followup for format
  forward from full future fyi general get give goal goals going good guest guests has have help here hint how however
  idea ideas if implement implementation important improve in include info infra input integrate introduction invite investigate
  issue issues it item items join keep last later lead learn let license link links list location look maintenance make maybe meeting meetings
  mentioned merge milestone minutes misc mission more motion move moved name nb need needs new news next no none not note notes now
  objective objectives of ok on one open opinion option options or other others our outcome output overview owner part pending
  people perhaps phase pick ping plan plans please point poll port possible post pr prepare presentation present previous prior
  priority problem process progress project proposal proposals propose proposed pros prototype prs publish purpose push put
  qa quarter question questions quick read reach re reason recap record reference references refine regarding regrets release
  releases remember reminder remove rename repo report request requirements research resolution resolved respond response result
  results return review rework rfc risks roadmap run s say schedule scope second see send set setup share should show side sign since
  site slide slides so some someone something spec speak specification split stage start started status step steps stop subject
  submit suggest suggestion summary support sync tag take talk task tasks test testing tests thank thanks that the their
  them then there these they thing things think third this time timeline title to todo today tomorrow topic topics track tried try
  two type ui understand unclear unclaimed unassigned unless unresolved until update updates upgrade url use used user users ux via
  version video volunteer volunteers vote votes wait want warning we website week welcome well what when where whether which while
  who why wiki will with work working works would write yes yet you zoom`.split(/\s+/),
)

/** Short words in capitals that are hardly ever initials. */
const NO_INITIALS = new Set(
  `ai api ci cpu css dns faq fyi gpu html http https jpg json nb p0 p1 p2 pdf pr prs ps q1 q2 q3 q4 rfc rfcs rss sql tbd todo
  url wip xml yaml`.split(/\s+/),
)

/** Others that may be somebody's who speaks again and again. */
const ABBREVIATIONS = new Set(
  `abi ai api arm aws b2b bof c4 cd cg ci cla cli cms coc cpc cpu cr css csp cve dei dm dns dom dsl e2e ecma eod eol eow esm eta etc eu
  faq fcp ffi fr fyi gc gh gpu gsoc gui html http https i18n ics ide ietf ipc irc iso jit js json jwt kpi l10n lgtm llvm lts mcp
  mvp na nb nda ng nit npm ok okr oss p0 p1 p2 pdf ping poc posix pr prs ps psa q1 q2 q3 q4 qa rc re rfc rfcs roi rpc rss sdk sig
  sla smp spf ssh ssl tag tba tbd tc tls toc todo tpac ts tsc tts ui uk uri url us utc ux  v1 v2 vm vpn w3c wasi wasm wg wip xml
  yaml zoom`.split(/\s+/),
)

const EVERYBODY = /^(all|everyone|everybody|group|whole group|all of us|all (members|attendees|participants))$/i

const OFFICES =
  /^(the )?(co-?chairs?|chairs?|editors?|note-?takers?|note takers?|scribes?|secretary|secretariat|champions?|facilitators?|moderators?|hosts?|maintainers?|implement[eo]rs|organi[sz]ers?|staff contacts?|steering committee|authors?|reviewers)$/i

/** Someone is still to be found. */
const NOBODY =
  /^(unclaimed|unassigned|unowned|nobody|no ?one|somebody|someone|anyone|anybody|tbd|tba|volunteers?|open|n\/?a|none|\?+|x+)$/i

export function isEverybody(words: string): boolean {
  return EVERYBODY.test(words)
}

export function isOffice(words: string): boolean {
  return OFFICES.test(words)
}

export function isNobody(words: string): boolean {
  return NOBODY.test(words)
}

/** `TS`, `SjK`, `AWB`. */
export function looksLikeInitials(word: string): boolean {
  return /^(\p{Lu}\p{L}?\p{Lu}{1,2}|\p{Lu}\p{Ll}\p{Lu})$/u.test(word) && !ABBREVIATIONS.has(word.toLowerCase())
}

/** `TS`, where it stands before many a colon. */
export function couldBeInitials(word: string): boolean {
  return /^\p{Lu}{2,3}$/u.test(word) && !NO_INITIALS.has(word.toLowerCase())
}

/** One to three words in the shape of a person's name, none of which is a word of the trade. */
export function looksLikeName(words: string): boolean {
  if (looksLikeInitials(words)) return true
  const each = words.split(' ')
  const isShaped =
    /^\p{Lu}[\p{L}\p{M}'’.-]*( (van|von|de|der|da|di|del|du|la|le|ten|ter|bin|al|\p{Lu}[\p{L}\p{M}'’.-]*))*$/u
  return (
    each.length <= 4 && isShaped.test(words) && !/^\p{Lu}{4,}$/u.test(words) && !each.some((word) => isNoName(word))
  )
}

/** A word that people write where a name could stand, and that is none. */
export function isNoName(word: string): boolean {
  const plain = word.toLowerCase().replace(/\.$/, '')
  return NO_NAMES.has(plain) || ABBREVIATIONS.has(plain)
}
