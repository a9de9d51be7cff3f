import { randomFrom } from './random.mjs'
import { capital, sentence, sentences, words } from './words.mjs'

/** How the paragraph begins into which the measured person types. It stands in the middle of the note, once. */
export const OWN_PARAGRAPH = 'QQQ: Here the measured person is typing.'

const SPEAKERS = ['ABC', 'DEK', 'FRM', 'GHT', 'JLP', 'KMN', 'LVX', 'MWS', 'NRO', 'PSY', 'RTU', 'SBH', 'TCE', 'VDI']
const TOPICS = 36

/**
 * Long minutes of a committee, of about 150 kB, 27,000 words and 560 blocks: topics in which people speak one after the
 * other, with a list, a table or some code here and there. Always the same text; nobody ever said it.
 *
 * @returns {string} Markdown
 */
export function writeNote() {
  const random = randomFrom(20_260_120)
  const blocks = ['# Minutes of the plenary meeting', attendance(random)]
  for (let topic = 0; topic < TOPICS; topic++) {
    blocks.push(...writeTopic(random, topic))
    if (topic === TOPICS / 2) blocks.push(`${OWN_PARAGRAPH} ${sentences(random, 60)}`)
  }
  return `${blocks.join('\n\n')}\n`
}

/**
 * @param {import('./random.mjs').Random} random
 * @param {number} topic
 * @returns {string[]}
 */
function writeTopic(random, topic) {
  const blocks = [`## ${capital(words(random, random.between(3, 6)))}`, `Presenter: ${random.pick(SPEAKERS)}`]
  for (let turn = 0; turn < 11; turn++) blocks.push(speech(random))
  if (topic % 3 === 0) blocks.splice(random.between(4, 10), 0, code(random))
  if (topic % 8 === 0) blocks.splice(random.between(4, 10), 0, table(random))
  if (topic % 5 === 0) blocks.splice(random.between(4, 10), 0, `> ${sentence(random, random.between(10, 20))}`)
  return [...blocks, '### Conclusion', conclusion(random)]
}

/** Most people speak shortly, some at length. */
/** @param {import('./random.mjs').Random} random */
function speech(random) {
  const length = random.next() < 0.6 ? random.between(15, 55) : random.between(60, 130)
  return `${random.pick(SPEAKERS)}: ${sentences(random, length)}`
}

/** @param {import('./random.mjs').Random} random */
function conclusion(random) {
  return Array.from({ length: random.between(2, 4) }, () => `- ${sentence(random, random.between(6, 14))}`).join('\n')
}

/** @param {import('./random.mjs').Random} random */
function code(random) {
  const lines = Array.from({ length: random.between(3, 9) }, () => {
    const [subject, value, method] = words(random, 3).split(' ')
    return `const ${subject} = ${value}.${method}()`
  })
  return ['```js', ...lines, '```'].join('\n')
}

/** @param {import('./random.mjs').Random} random */
function table(random) {
  const rows = Array.from({ length: 6 }, () =>
    row(Array.from({ length: 4 }, () => words(random, random.between(1, 5)))),
  )
  return [row(['Topic', 'Who', 'Minutes', 'Outcome']), row(['---', '---', '---', '---']), ...rows].join('\n')
}

/** @param {import('./random.mjs').Random} random */
function attendance(random) {
  const rows = SPEAKERS.map((speaker) => row([capital(words(random, 2)), speaker, capital(words(random, 2))]))
  return [row(['Name', 'Initials', 'Organisation']), row(['---', '---', '---']), ...rows].join('\n')
}

/** @param {readonly string[]} cells */
function row(cells) {
  return `| ${cells.join(' | ')} |`
}
