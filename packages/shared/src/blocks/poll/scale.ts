/** What people are asked to say: how strongly they are for it, one number of three, yes or no, or how it feels. */
type Scale = 'strength' | 'number' | 'yes-no' | 'temperature'

const FAVOUR = 'in favou?r|favou?r|for|approve|support|agree'
const AGAINST = 'against|opposed?|disapprove|disagree'

/** Whose votes count, where not everybody's do: `+1 (binding)`. */
const KIND = '(?:non[- ]?)?binding'

/** The names of options, the longest first; those of one or two letters only in capitals. */
const LABELS: readonly (readonly [Scale, string])[] = [
  ['strength', `(?:strong|weak)(?:ly)? (?:${FAVOUR}|${AGAINST})`],
  ['temperature', 'strong positive|positive|following|confused|indifferent|unconvinced'],
  ['strength', `${FAVOUR}|neutral|${AGAINST}`],
  ['yes-no', 'no[ _-]?opinion|yes|yeas?|yays?|ayes?|nays?|noes|no'],
  ['number', String.raw`(?:${KIND} )?(?:\+1|[-−–]1|[+±-]?0)s?(?:\s*[([]?${KIND}[)\]]?)?`],
]
const LETTERS = 'SF|SA|F|N|A'
const ABSTAIN = 'abstain(?:s|ed|ing)?|abstentions?'
/** Who did not vote, where `Nay` says what `no` could mean too. */
const NO_VOTE = String.raw`(?<=\b(?:nay|noe)s?\b.{0,30})no vote`

const EXACT = LABELS.map(([scale, label]) => [scale, new RegExp(`^(?:${label})$`, 'i')] as const)

/** All labels of all scales in a text, letters in capitals and words in any case. */
const WORDS = [NO_VOTE, ABSTAIN, ...LABELS.map(([, label]) => label)].map(anyCase).join('|')
export const LABEL_IN_TEXT = new RegExp(
  // `0` and `1` are counts too, unless a colon follows.
  String.raw`(?<![\p{L}\p{N}+.-])(?:${LETTERS}|${WORDS})(?![\p{L}\p{N}])(?<!\b[Nn][Oo](?= abst))(?<!(?<![+±])0(?![\s*_]*[:：=]))`,
  'gu',
)

/** Which scale a label belongs to; `abstain` stands beside all of them. */
export function scaleOf(label: string): Scale | 'abstain' | null {
  const plain = label
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/[*_:：]/g, '')
    .trim()
  if (new RegExp(`^(?:${ABSTAIN}|no vote)$`, 'i').test(plain)) return 'abstain'
  if (new RegExp(`^(?:${LETTERS})$`).test(plain)) return 'strength'
  return EXACT.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

/** Whether these labels together make a scale: two or more of one kind, or one beside abstentions; none of them twice. */
export function isScale(labels: readonly string[]): boolean {
  const scales = labels.map(scaleOf).filter((scale) => scale !== 'abstain')
  return (
    labels.length > 1 &&
    (scales[0] ?? null) !== null &&
    scales.every((scale) => scale === scales[0]) &&
    !repeats(labels)
  )
}

export function repeats(labels: readonly string[]): boolean {
  return new Set(labels.map((label) => label.toLowerCase())).size < labels.length
}

/** Makes a pattern's letters match both cases, where the flag would catch the capitals of others too. */
function anyCase(pattern: string): string {
  return pattern.replace(/(?<!\\)[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
}
