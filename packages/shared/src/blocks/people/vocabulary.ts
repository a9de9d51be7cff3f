import { keyOf } from '../reading/index.ts'
import { isParticle } from './initials.ts'

/** Words that tell what somebody is in the group; never the name of an organisation by themselves. */
const ROLE_WORDS = new Set(
  `chair chairs cochair cochairs chairperson chairman chairwoman chairing vicechair host hosting moderator moderating facilitator
  facilitating leader scribe scribing notetaker notes editor editors secretary treasurer president member members voting regular
  tsc tc ctc cpc wg sig cg steering committee board staff maintainer maintainers contributor contributors collaborator collaborators
  emeritus emerita director presenter presenting speaker author champion rep representative delegate liaison observer guest guests
  visitor intern student mentor mentee organizer organiser alternate proxy invited reviewer volunteer driver minutes manager acting deputy interim officer executive ceo cto cfo chief architect timekeeper gatekeeper`.split(
    /\s+/,
  ),
)

/** Said of how somebody takes part, or of themselves: no organisation. */
const ASIDES = new Set(
  `remote remotely online phone by dialin dialed video zoom hangouts irc chat virtual virtually inperson onsite office new newcomer
  first time intro independent individual individuals unaffiliated self freelance freelancer none na tbd lead pm optional proxy
  listening muted driving mobile webinar teams meet voice call person in via on the only briefly part partial partially traveling travelling sick ill holiday holidays conflict conflicting busy family work free agent foundation contractor consultant retired phd msc md prof`.split(
    /\s+/,
  ),
)

const PRONOUNS =
  /\b(?:[Ss]he|[Hh]e|[Tt]hey|[Zz]e|[Xx]e|[Ii]t|[Aa]ny)(?:\s*[/|]\s*(?:[Hh]ers?|[Hh]im|[Hh]is|[Tt]hem|[Tt]heirs|[Tt]hey|[Ss]he|[Hh]e|[Ii]ts?|[Aa]ny|[Aa]ll|[Zz]e|[Zz]ir|[Hh]ir))+\b|\b(?:she, her|he, him|they, them)(?:, (?:hers|his|theirs))?\b/g

/** Stands where a name is to be, or for people without naming them. */
const PLACEHOLDER =
  /^(?:your |full |first |last )?(?:names?|handle|username|user|attendees?|participants?|persons?|members?|guests?|observers?|visitors?)(?: (?:s|names?|here|\d+|[a-z]|goes here|company|affiliation|organi[sz]ation|org|handle|github|github handle|github username|employer|initials|last name|location|role))*$|^(?:tb[acd]|to do|todo|n a|na|none|none so far|nobody|no one|nil|x+|who|some(?:one|body)|every(?:one|body)|every(?:one|body) else|all|all members|all present|same|same as (?:above|before|last time)|(?:see|as) (?:above|below|before)|unknown|placeholder|etc|(?:and )?(?:the )?(?:many |several |a few |some )?(?:others|more|rest|folks|people)|various|anyone else|(?:and )?co|\d+(?: others?| more| people| participants| attendees| persons| members)?|(?:and )?\d+ (?:others?|more|people|participants|attendees|persons|members)(?: .*)?|yes|no|ok|affiliation|company|organi[sz]ation|github|no regrets|first last|firstname lastname|jane doe|john doe)$|^(?:please |also |kindly )*(?:add|insert|enter|put|list|fill|write|sign|type|edit|replace)\b/

/** Words of meetings, which no name has. */
const NO_NAMES = new Set(
  `opening closing closure introduction introductions welcome agenda notes note minutes meeting meetings announcement announcements update
  updates discussion discussions adjournment adjourn links link recording recordings recorded yes no none all here see today quorum
  everyone everybody present absent absents absentees regrets apologies guests observers visitors attendees attendee attendance participants participant members member people folks
  others team teams group committee roll call volunteer volunteers issue issues review reviews request requests question questions
  item items topic topics action actions video zoom chat login logistics registration schedule location date time summary status
  thanks missed sorry lost rotating rotation needed vacant tbd unknown presentation presentations talk talks demo demos report reports proposal proposals plan plans feedback help work progress release releases
  next steps documentation orchestration approved pending cancelled canceled maybe done todo poll vote`.split(/\s+/),
)

/** Words of sentences. Only as they are written, without a capital: people are called Will and An. */
const SENTENCE_WORDS = new Set(
  `the a an to is are was were will would can could should for with at on in by from this that these those and or but we i you he she
  they it be been being have has had not no if as about please add see your our their of so there when while who what which how some
  any more than then also only just up out into over it's don't didn't`.split(/\s+/),
)

const NAME_WORD = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’`._-]*$/u

export function isPlaceholder(text: string): boolean {
  const key = keyOf(text)
  return key === '' || PLACEHOLDER.test(key) || /\$\{?[A-Z_]{3,}/.test(text)
}

/** Whether these words can be what a person is called: a name, a nick, a handle. */
export function isName(text: string): boolean {
  const words = text.split(/\s+/)
  if (text.length > 60 || words.filter((word) => !isParticle(word)).length > 6 || !/\p{L}/u.test(text)) return false
  if (!words.every((word) => NAME_WORD.test(word))) return false
  if (/\p{Ll}{3}\.$/u.test(text) || /\.(?:md|com|org|io|html|net|dev)$/i.test(text)) return false
  if (words.some((word) => NO_NAMES.has(word.toLowerCase()))) return false
  return words.length === 1 || !words.some((word) => SENTENCE_WORDS.has(word) || /^\d+$/.test(word))
}

/** A word with a capital and then one without, as sentences begin; `Anne van Dale` is a name all the same. */
export function isLikeSentence(text: string): boolean {
  const [first = '', ...others] = text.split(/\s+/)
  return /^\p{Lu}/u.test(first) && others.some((word) => /^\p{Ll}/u.test(word) && !isParticle(word))
}

/** Whether these words say what somebody is or how they take part, and not for whom they work. */
export function isRole(text: string): boolean {
  const words = wordsOf(text)
  if (words.length > 1 && /^leads?$/.test(words.at(-1)!)) return true
  return words.some((word) => ROLE_WORDS.has(word)) || words.every((word) => ASIDES.has(word))
}

/** Whether these words are nothing but a role, such as `Chair`: nobody's name. */
export function isRoleOnly(text: string): boolean {
  return !/^\p{Lu}{2,4}$/u.test(text) && wordsOf(text).every((word) => ROLE_WORDS.has(word))
}

/** Blanks where `she/her` and its like stand. */
export function withoutPronouns(text: string): string {
  return text.replace(PRONOUNS, (words) => ' '.repeat(words.length))
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replace(/\b(co|vice|in|on|dial|non)-(?=\w)/g, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
