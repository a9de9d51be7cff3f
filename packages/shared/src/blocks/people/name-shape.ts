import { isLabel } from '../speaker/labels.ts'

/** Words that begin sentences where an owner could stand, before `to` or a colon, and name nobody; beyond the usual labels. */
const NO_NAMES = new Set(
  `about above abstained abstentions access according actual adding adopt after agree all-hands also always an and another any approach as
  ask asked assign at attempt attend await back because before being below best blog bonus brief bug bugs bumped by call can cancel cc
  check clarify clean cleanup cli close closed code connect consider continue contribute convert coordinate currently
  decide deferred define delayed dependencies deploy design detail discussed document don't don’t edited editorial eta every everything experiment
  explain extend extra face figure finally find finish follow follow-up forward full further future get give going good has have help
  here homework how however if implementation improve include infra integrate invite it item items just keep lead learn let let's let’s lets license linked
  list look maintenance make maybe mentioned milestone mission move moved need needs never news not objective objectives of ok
  on open our pending perhaps pick ping please port possible post postponed pre-work prepare prework prior project propose prototype publish punted push pushed
  put quarter quick read reach record refine regarding related remember rename request research respond return rework run s say
  send set setup share shifted should show side sign similar since site something speak specification split started still stop subject submit suggest
  support sync take talk testing thank the their them then these they thing things think third timeline track tried try two
  type understand unclear unassigned unless unresolved until up upgrade used ux volunteer volunteers wait want well whether
  while wiki will with working works would write you`.split(/\s+/),
)

/** Short words in capitals that are no initials, unless the minutes know somebody by them. */
const ABBREVIATIONS = new Set(
  `abi ai api arm aws b2b bof c4 cd cg ci cla cli cms coc cpc cpu cr css csp cve dei dm dns dom dsl e2e ecma eod eol eow esm eta etc eu
  faq fcp ffi fr fyi gc gh gpu gsoc gui html http https i18n ics ide ietf ipc irc iso jit js json jwt kpi l10n lgtm llvm lts mcp
  mvp na nb nda ng nit npm ok okr oss p0 p1 p2 pdf ping poc posix pr prs ps psa q1 q2 q3 q4 qa rc re rfc rfcs roi rpc rss sdk sig
  sla smp spf ssh ssl tag tba tbd tc tls toc todo tpac ts tsc tts ui uk uri url us utc ux  v1 v2 vm vpn w3c wasi wasm wg wip xml
  yaml zoom`.split(/\s+/),
)

const EVERYBODY =
  /^(all|everyone|everybody|group|whole group|all of us|all (members|attendees|participants|contributors|maintainers|committers|delegates|chairs|leads))$/i

const OFFICES =
  /^(the )?(?:(?:working group|wg|sig|group|document|draft|spec(?:ification)?|project|meeting) )?(co-?chairs?|chairs?|editors?|note-?takers?|note takers?|scribes?|secretary|secretariat|champions?|facilitators?|moderators?|hosts?|maintainers?|implement[eo]rs|organi[sz]ers?|staff contacts?|steering committee|authors?|reviewers)$/i

/** `the group`, `Working group`, `Lang team`. */
const TEAM =
  /^[Tt]he (?:group|team|community|committee|council|board)$|^(?:[Tt]he )?(?:[Ww]orking [Gg]roup(?: (?:members|participants))?|(?<called>\p{Lu}[\p{L}\p{N}+-]*(?: \p{Lu}[\p{L}\p{N}+-]*)?) (?:[Tt]eam|[Ww]orking [Gg]roup|WG|SIG|[Tt]ask [Ff]orce|[Ll]ead(?:er)?s|[Mm]aintainers|[Mm]embers|[Cc]ontributors|[Rr]eviewers|[Ee]ditors|[Cc]hairs))$/u

/** Someone is still to be found. */
const VACANT =
  /^(unclaimed|unassigned|unowned|nobody|no ?one|somebody|someone|anyone|anybody|tbd|tba|volunteers?|open|n\/?a|none|\?+|x+)$/i

export function isEverybody(words: string): boolean {
  return EVERYBODY.test(words)
}

/** Whether these words stand for people by what they do in the group. */
export function isOffice(words: string): boolean {
  const team = TEAM.exec(words)
  return OFFICES.test(words) || (team !== null && !(team.groups?.['called']?.split(' ') ?? []).some(isOtherWord))
}

/** `Community leaders` are a party, `Ask maintainers` is none. */
function isOtherWord(word: string): boolean {
  return isWord(word) && !/^community$/i.test(word)
}

export function isVacant(words: string): boolean {
  return VACANT.test(words)
}

/** `TS`, `SjK`, `AWB`. */
export function looksLikeInitials(word: string): boolean {
  return /^(\p{Lu}\p{L}?\p{Lu}{1,2}|\p{Lu}\p{Ll}\p{Lu})$/u.test(word) && !ABBREVIATIONS.has(word.toLowerCase())
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
  return ABBREVIATIONS.has(plain) || isWord(plain)
}

/** Teams are called by abbreviations too, but not by these. */
function isWord(word: string): boolean {
  const plain = word.toLowerCase()
  return NO_NAMES.has(plain) || isLabel(plain)
}
