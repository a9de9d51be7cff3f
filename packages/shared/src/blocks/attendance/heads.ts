import { type Head, isSlipOf, keyOf } from '../reading/index.ts'
import type { Presence } from './attendance.ts'

/**
 * How sure it is that words over a list, or before a colon, announce people. `sure`: `Attendees`, `Present`, `Regrets`.
 * `loose`: an item of the agenda at which people are listed, such as `Opening, welcome and roll call`. `near`: it says which
 * people, and needs attendance around it to mean that they were there, such as `Remote` or `Others`.
 */
export interface HeadSense {
  readonly state: Presence
  readonly strength: 'sure' | 'loose' | 'near'
}

/** The same in other languages. */
const ABROAD: readonly (readonly [Presence, RegExp])[] = [
  ['regrets', /^(?:entschuldigt|excusée?s?|disculpados|justificados|scusati|afgemeld|verhinderd)$/],
  ['absent', /^(?:abwesende?|absente?s|ausentes|assenti|afwezigen?|frånvarande|欠席者?|缺席|불참자?)$/],
  ['observer', /^(?:gäste|invitée?s|invitados|convidados|ospiti|gasten)$/],
]

const SURE: readonly (readonly [Presence, RegExp])[] = [
  [
    'regrets',
    /^(?:(?:[a-z]+ ){0,2}members? |(?:sent|sends|with|known|advance) )?(?:regrets?|apolog(?:y|ies)|excused(?: absences?)?|unable to (?:attend|join|make it)|(?:cannot|can t|not able to|won t) (?:attend|join|make it|be there))(?: (?:for absence|received|from|sent|were))*(?: (?:and|or)? ?(?:regrets|apologies|absences?|absent))?$/,
  ],
  [
    'absent',
    /^(?:(?:members|tsc members|others|also|directors|board members|people|voting members) )?(?:absent|absentees?|absences?|not present|not attending|not in attendance|did not attend|no shows?)(?: (?:members|people|tsc members|voting members|directors))?$/,
  ],
]
/** These say enough only where people are being listed anyway. */
const NEARBY: readonly (readonly [Presence, RegExp])[] = [
  [
    'observer',
    /^(?:(?:special|invited|our|other|external|remote|visiting) )*(?:guests?|observers?|visitors?)(?: (?:present|attending|attendees|in attendance|list|members|and|guests?|observers?|visitors?))*$/,
  ],
  [
    'late',
    /^(?:(?:late|later) arrivals?|(?:arrived|joined|joining) late(?:r)?|late|latecomers|late (?:attendees|participants))$/,
  ],
  ['left', /^(?:left(?: early)?|early departures?)$/],
  ['regrets', /^(?:declined|partial regrets)$/],
  ['absent', /^(?:missing|away|on leave)$/],
]

/** `The following members were …` */
const FOLLOWING = /^(?:(?:also|additionally) )?the following (?:(?:\p{L}+ ){0,2}(?:is|are|was|were|sent|have sent) )?/u

const CORE =
  /^(?:attendees?|attendants?|attend[ae]nce|attending|attended|present|participants?|participating|presence|anwesende?|anwesenheit|teilnehmer(?:innen)?|teilnehmende|présente?s?|participante?s|presentes|asistentes|presenti|partecipanti|aanwezigen?|deelnemers|närvarande|tilstede|出席者?|参加者|参会人员?|与会人员?|출석자?|참석자)$/
/** With these, core words and `attend`, `join`, `here` mean the opposite: `The following members were not present`. */
const NOT =
  /\b(?:(?:not|n t|isn t|wasn t|aren t|weren t|didn t) (?:able to )?|(unable to |(?:cannot|can not|could not|can t|couldn t|won t) (?:make it to |be (?=present|here)|)))/
/** May stand beside these words without changing what they mean. */
const BESIDE = new Set(
  `in the of list lists meeting members member voting non regular tsc board committee team core others other also remote remotely
  person people online virtual virtually physical local onsite site on call room at all this s sheet current total confirmed
  alphabetical order alphabetically community staff wg sig cg tc directors company zoom via by and were was who those with from
  names name organization organisations affiliation affiliations a for today quorum status tracking here mtg record webex absents absent absences absentees regrets apologies guests guest observers observer
  excused late following these individuals folks also additionally are have had attend council councillors trustees officers representatives
  delegates maintainers contributors collaborators editors chairs employees advisors`.split(/\s+/),
)
/** Before them it is about other meetings, or about attending as such. */
const NEVER =
  /\b(?:next|future|upcoming|previous|past|expected|agenda|how|policy|max|maximum|number|invited|why|new|requirements?|prospective|action|minutes of|at present|current status|calls? for|looking for|seeking|wanted)\b/

const LOOSE =
  /^(?:(?:opening|welcome|welcomes?|call to order|introductions?|intro|greetings?|and|the|of|meeting|new|quick|brief|round of|check in|start|attendance|attendees?|participants?|members|quorum|all|for)\s?)*(?:roll ?calls?|introductions? of (?:the )?(?:attendees|participants|members)|who s here|who is here|who was (?:here|there)|who attended|who joined|who|sign in(?: sheet)?|check in(?: area)?)(?:\s?(?:and|of|introductions?|quorum|attendees|participants|members|welcome|attendance|apologies|regrets|opening|check|participants|by timezone))*$/

/** What the IETF passes round for signatures: `Session I Blue Sheet`. */
const SHEET =
  /^(?:(?:(?:virtual|electronic|the) )*(?:(?:session|day|part|room|morning|afternoon)(?: (?:\d+|[ivx]+|one|two|three|[a-z]))? )*|[a-z]+day )?blue ?sheets?(?: (?:for )?(?:session|day|part)(?: (?:\d+|[ivx]+|one|two|three|[a-z]))?)?$/

const NEAR =
  /^(?:(?:voting|non voting|team|tsc|core|committee|board|regular|steering|other|non|lang|lang team|working group|wg|sig|full|associate) )*(?:members?|team|non team|non members?|others?|people|staffs?|directors|board|maintainers|community|committee|contributors|public)(?: of the (?:community|public|committee|group|team))?$|^(?:(?:joining|attending|people|those) )*(?:remote(?:ly)?|online|virtual(?:ly)?|on ?site|irl|in person|physically|dial(?:ed)? in|zoom|webex|(?:in|on|by|via) (?:the )?(?:call|(?:tele)?phone|room|video|tele ?con(?:ference)?|zoom|webex|skype|hangouts|irc|chat|person))$/

/** `Participants - please add your name` */
const REMARK = /\s[-–—]+\s+(?:please|use|add|sign|write|put|preferably)\b.*$/iu

const known = new Map<string, HeadSense | null>()

/** What the words of a heading or label announce; null where it is not people. */
export function senseOf(text: string): HeadSense | null {
  const before = known.get(text)
  if (before !== undefined) return before
  const sense =
    text.length > 90
      ? null
      : read(
          keyOf(text.replace(REMARK, ' ').replace(/\([^()]*\)?|\[[^[\]]*\]/g, ' ')).replace(
            /^(?:\d+ )+|(?: \d+)+$/g,
            '',
          ),
        )
  if (known.size > 2000) known.clear()
  known.set(text, sense)
  return sense
}

function read(key: string): HeadSense | null {
  if (key === '') return null
  const bare = key.replace(FOLLOWING, '')
  for (const [state, words] of [...SURE, ...ABROAD]) if (words.test(bare)) return { state, strength: 'sure' }
  const isThere = bare.split(' ').some(isCoreWord)
  for (const [state, words] of NEARBY) {
    if (words.test(bare)) return { state, strength: isThere ? 'sure' : 'near' }
  }
  if (NEVER.test(key)) return null
  const missing = absenceIn(key)
  if (missing !== null) return missing
  if (LOOSE.test(key))
    return {
      state: 'present',
      strength: /^(?:roll ?call|who (?:s|is|was) (?:here|there)|who attended|who joined)$/.test(key) ? 'sure' : 'loose',
    }
  if (isCore(key.split(' ')) || SHEET.test(key)) return { state: 'present', strength: 'sure' }
  return NEAR.test(key) ? { state: 'present', strength: 'near' } : null
}

/** `The following could not attend`, `Members not here`; what is said of them after a `but` does not matter. */
function absenceIn(key: string): HeadSense | null {
  const not = NOT.exec(key)
  if (not === null) return null
  const [who, rest] = [key.slice(0, not.index), key.slice(not.index + not[0].length).replace(/ but .*$/, '')]
  const isSaid = isCore(`${who}${rest.replace(/\b(?:attend|join|here|make it)\b/, 'attending')}`.split(' '))
  return isSaid ? { state: not[1] === undefined ? 'absent' : 'regrets', strength: 'sure' } : null
}

/** `Attendees`, `TSC members present`, `Widget WG participants`: a word of the group's own may stand before, never behind. */
function isCore(words: readonly string[]): boolean {
  const core = words.findIndex(isCoreWord)
  if (core < 0 || words.length > 10) return false
  const others = words.filter((word) => !BESIDE.has(word) && !isCoreWord(word))
  const isBehind = words.slice(core + 1).every((word) => BESIDE.has(word) || isCoreWord(word))
  return isBehind && others.length <= (/^(?:attendees|participants|attendance)$/.test(words[core]!) ? 2 : 0)
}

/** Slips are forgiven in the long ones, such as `Atendees`. */
function isCoreWord(word: string): boolean {
  return CORE.test(word) || isSlipOf(word, SPELT)
}

const SPELT = ['attendees', 'attendance', 'attending', 'participants']

/**
 * What the heads over a block announce. The innermost must itself be about people; what is near to it is sure where a head
 * further out is, and takes its state from there.
 */
export function senseOfHeads(heads: readonly Head[]): HeadSense | null {
  if (heads.length === 0) return null
  if (heads !== last.heads) last = { heads, sense: readHeads(heads) }
  return last.sense
}

/** Blocks that follow each other mostly share their heads. */
let last: { readonly heads: readonly Head[]; readonly sense: HeadSense | null } = { heads: [], sense: null }

function readHeads(heads: readonly Head[]): HeadSense | null {
  const inner = heads.at(-1)!
  const sense = senseOf(inner.text)
  const isNear = sense === null ? isParty(inner) : sense.strength === 'near'
  if (!isNear) return sense
  const outer = senseOfHeads(heads.slice(0, -1))
  if (outer === null || outer.strength === 'near') return sense
  return { state: sense === null || sense.state === 'present' ? outer.state : sense.state, strength: outer.strength }
}

/** `Widget Foundation members`, `For the Widget Foundation:`, over those who came from there. */
export function isParty({ kind, text, key }: Head): boolean {
  if (kind === 'item' || NEVER.test(key)) return false
  return (
    PARTY.test(key) || (kind === 'label' && /^(?:[Ff]or|[Ff]rom|[Rr]epresenting)\s(?:the\s)?\p{Lu}.*[:：]$/u.test(text))
  )
}

const PARTY =
  /^(?:[\p{L}\p{N}]+ ){1,4}(?:members?|staff|team|representatives|maintainers|contributors|community|guests?)$/u

/** Part of the group, at the head of names in an attendance section: `Lang team: …`, `Fellows: …` only with these words. */
const PART =
  /\b(?:team|members?|people|wg|sig|group|folks|side|staff|committee|community|reps?|representatives|delegates|leads?|fellows|partners|editors|participants|attendees|room|zoom)\b/

/** What a label before a colon announces, where people are being listed (`isNearby`) or anywhere. */
export function announces(label: string, isNearby: boolean): HeadSense | null {
  const sense = senseOf(label)
  if (sense?.strength === 'sure') return sense
  if (!isNearby) return sense?.strength === 'near' && /\b(?:members|people)\b/i.test(label) ? sense : null
  if (sense?.strength === 'loose') return null
  if (sense !== null) return sense
  const key = keyOf(label)
  return PART.test(key) && !NEVER.test(key) && key.split(' ').length < 5 ? { state: 'present', strength: 'near' } : null
}
