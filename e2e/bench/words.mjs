/** What the synthetic minutes are made of: ordinary words of technical meetings, in no order that means anything. */
const COMMON =
  `the a that this we it is are was can should would have not for with from to of in on and or if when because so but
  think know need want make take see ask agree wonder prefer expect mean say go keep change look seem work about there
  which what how one two more some any other same only just also very still already maybe probably actually first last
  next good clear hard easy right wrong small large new old open`.split(/\s+/)

const SUBJECT =
  `proposal module iterator generator promise prototype property descriptor binding closure scope realm record
  tuple buffer stream encoder decoder parser grammar production semantics invariant algorithm implementation engine host
  runtime compiler interpreter specification editor reviewer champion delegate committee stage milestone consensus
  conclusion agenda topic timebox slide issue thread repository branch commit release version test suite coverage
  benchmark latency throughput memory heap stack frame interface signature parameter argument value type shape layout
  section paragraph footnote example behaviour feature extension option default error exception handler callback event
  queue scheduler worker thread lock message channel protocol header payload schema registry package dependency namespace
  identifier keyword literal operator expression statement declaration initialiser constructor method accessor`.split(
    /\s+/,
  )

/** Five common words to one of the subject, as people talk. */
/** @param {import('./random.mjs').Random} random */
export function word(random) {
  return random.next() < 0.84 ? random.pick(COMMON) : random.pick(SUBJECT)
}

/**
 * @param {import('./random.mjs').Random} random
 * @param {number} count
 */
export function words(random, count) {
  return Array.from({ length: count }, () => word(random)).join(' ')
}

/**
 * Sentences of 6 to 22 words that have `count` words together, with the commas and quotes that speech has.
 *
 * @param {import('./random.mjs').Random} random
 * @param {number} count
 */
export function sentences(random, count) {
  const all = []
  for (let left = count; left > 0;) {
    const length = Math.min(left, random.between(6, 22))
    all.push(sentence(random, length))
    left -= length
  }
  return all.join(' ')
}

/**
 * @param {import('./random.mjs').Random} random
 * @param {number} length in words
 */
export function sentence(random, length) {
  const parts = words(random, length).split(' ')
  const comma = random.between(2, 8)
  if (comma < length - 1) parts[comma] = `${parts[comma]},`
  if (random.next() < 0.15) parts[length - 1] = `\`${parts[length - 1]}\``
  if (random.next() < 0.08) parts[0] = `**${capital(parts[0] ?? '')}**`
  return `${capital(parts.join(' '))}${random.next() < 0.12 ? '?' : '.'}`
}

/** @param {string} text */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
