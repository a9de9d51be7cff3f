import { CASES, PAGES } from './run.mjs'
import { median } from './stats.mjs'

/**
 * @typedef {import('./results.mjs').Sample} Sample
 * @typedef {import('./results.mjs').WholeResults} Results
 * @typedef {{ readonly goal: string, readonly found: string, readonly isMet: boolean }} Goal
 */

const NAMES = {
  plenary: 'Plenary',
  hocuspocus: 'TipTap with Hocuspocus',
  'y-websocket': 'TipTap with y-websocket',
}
/** @type {readonly import('./peer.mjs').Provider[]} */
const PROVIDERS = ['hocuspocus', 'y-websocket']
const IN_TIME = 1000
/** What others write may be so late (ms) that the page cannot be said to keep up. */
const TOO_LATE = 5000

/**
 * @param {Results} results
 * @returns {{ readonly goals: readonly Goal[], readonly isMet: boolean }}
 */
export function toVerdict({ samples }) {
  const ofSpeed = (/** @type {number} */ slowdown) => {
    const where = slowdown === 1 ? '' : `, on a processor ${slowdown} times slower`
    const p95 = (/** @type {import('./run.mjs').PageName} */ page, /** @type {number} */ others) =>
      median(select(samples, { page, others, slowdown }).map((sample) => sample.p95))
    return [
      compare(
        `p95 with 20 others is at most 1.5 times that of the same page alone${where}`,
        [p95('plenary', 20), p95('plenary', 0)],
        1.5,
      ),
      ...PROVIDERS.map((page) => {
        const goal = compare(
          `p95 with 20 others is at most half of that of ${NAMES[page]}${where}`,
          [p95('plenary', 20), p95(page, 20)],
          0.5,
        )
        const keepsUp = !select(samples, { page, others: 20, slowdown }).some(isLeftBehind)
        return keepsUp ? goal : { ...goal, found: `${goal.found}; it does not keep up with the others` }
      }),
    ]
  }
  const behind = Math.max(
    ...select(samples, { page: 'plenary', others: 20, slowdown: 1 }).map(({ behind }) => behind ?? Infinity),
  )
  const goals = [
    ...ofSpeed(1),
    ...(hasSlowRounds(samples) ? ofSpeed(4) : []),
    {
      goal: 'the last character of the others is there within a second, in every round',
      found: `${ms(behind)} at worst`,
      isMet: behind <= IN_TIME,
    },
  ]
  return { goals, isMet: goals.every((goal) => goal.isMet) }
}

/**
 * A page may keep its own keys quick by leaving what others write in the queue.
 *
 * @param {Sample} sample
 */
function isLeftBehind({ behind, lateP95 }) {
  return (behind ?? Infinity) > TOO_LATE || (lateP95 ?? Infinity) > TOO_LATE
}

/** @param {readonly Sample[]} samples */
function hasSlowRounds(samples) {
  return samples.some(({ slowdown }) => slowdown === 4)
}

/**
 * @param {string} goal
 * @param {readonly [ours: number, other: number]} times
 * @param {number} limit
 * @returns {Goal}
 */
function compare(goal, [ours, other], limit) {
  const ratio = ours / other
  return { goal, found: `${ms(ours)} to ${ms(other)} = ${ratio.toFixed(2)}`, isMet: ratio <= limit }
}

/**
 * @param {Results} results
 * @returns {string} Markdown
 */
export function report(results) {
  const { setting, sizes } = results
  const { note } = setting
  return `${[
    '# Typing in a long note under many hands',
    `Written by \`typing.bench.mjs --save\`; README.md says how it measures. ${setting.date}, ${setting.processor}, ${setting.cores} cores for the browser, the server and the others together, Chromium ${setting.chromium}, Node ${setting.node}.`,
    ...describeDays(results),
    `The note: ${note.bytes} bytes, ${note.words} words, ${note.blocks} blocks. Plenary: ${setting.plenary}. Plain TipTap Collaboration: ${setting.tiptap}.`,
    '## Goals',
    table(
      ['goal', 'found', ''],
      toVerdict(results).goals.map(({ goal, found, isMet }) => [goal, found, isMet ? '**met**' : '**missed**']),
    ),
    '## Key to paint',
    'Medians of the rounds, in ms. Busy: of the main thread. Late: how long the letters of a neighbour took from their key into this page, while somebody types in it. Behind: when the last character of the others was there after they had stopped, at worst; never: not within half a minute.',
    timesOf(results, 1),
    ...describeBacklogs(results, 1),
    ...(hasSlowRounds(results.samples)
      ? [
          'The same on a processor four times slower, which is about a phone:',
          timesOf(results, 4),
          ...describeBacklogs(results, 4),
        ]
      : []),
    '## One remote change',
    'Main-thread ms on a page at rest, painting included, and with a character the carets by which the others answer it; medians.',
    costsOf(results),
    '## JavaScript that a page loads by itself, gzip kB',
    table(
      ['our home page', 'our meeting page', ...PROVIDERS.map((page) => `${NAMES[page]} (nothing but an editor)`)],
      [[sizes.home, sizes.plenary, ...PROVIDERS.map((page) => sizes[page])].map((size) => size.toFixed(0))],
    ),
  ].join('\n\n')}\n`
}

/** @param {Results} results */
function describeDays({ setting, measured }) {
  const older = Object.entries(measured).filter(([, date]) => date !== setting.date)
  return older.length === 0
    ? []
    : [`Of an earlier day: ${older.map(([part, date]) => `${part} of ${date}`).join(', ')}.`]
}

/**
 * @param {Results} results
 * @param {number} slowdown
 */
function describeBacklogs({ samples }, slowdown) {
  return CASES.flatMap(([page, others]) => {
    const rounds = select(samples, { page, others, slowdown })
    const left = others === 0 ? [] : rounds.filter(isLeftBehind)
    if (left.length === 0) return []
    const latest = Math.max(...left.map(({ lateP95 }) => lateP95 ?? Infinity))
    const never = left.filter(({ behind }) => (behind ?? Infinity) === Infinity).length
    return [
      [
        `**${NAMES[page]} does not keep up with ${others} others**, in ${left.length} of ${rounds.length} rounds.`,
        Number.isFinite(latest)
          ? `At worst, a twentieth of their letters came more than ${ms(latest)} late.`
          : 'At worst, none of their letters came while it was watched.',
        ...(never > 0 ? [`In ${never}, the last ones were not there half a minute after they had stopped.`] : []),
        'The times of its own keys are those of a page that leaves the rest in the queue.',
      ].join(' '),
    ]
  })
}

/**
 * @param {Results} results
 * @param {number} slowdown
 */
function timesOf({ samples }, slowdown) {
  const rows = CASES.map(([page, others]) => {
    const rounds = select(samples, { page, others, slowdown })
    const mid = (/** @type {(sample: Sample) => number} */ of) => median(rounds.map(of))
    return [
      `${NAMES[page]}, ${others === 0 ? 'alone' : `${others} others`}`,
      number(mid(({ p50 }) => p50)),
      number(mid(({ p95 }) => p95)),
      rounds.map(({ p95 }) => number(p95)).join(', '),
      number(mid(({ p99 }) => p99)),
      number(mid(({ eventP95 }) => eventP95)),
      `${(mid(({ busy }) => busy) * 100).toFixed(0)} %`,
      String(rounds.reduce((sum, { missing }) => sum + missing, 0)),
      others === 0
        ? ''
        : `${ms(mid(({ lateP50 }) => lateP50 ?? Infinity))} / ${ms(mid(({ lateP95 }) => lateP95 ?? Infinity))}`,
      others === 0 ? '' : ms(Math.max(...rounds.map(({ behind }) => behind ?? Infinity))),
    ]
  })
  return table(
    [
      'page',
      'p50',
      'p95',
      'p95 of each round',
      'p99',
      'p95 by Event Timing',
      'busy',
      'keys lost',
      'late, p50 / p95',
      'behind',
    ],
    rows,
  )
}

/** @param {Results} results */
function costsOf({ costs }) {
  const rows = PAGES.map((page) => [
    NAMES[page],
    median(costs[page].map(({ insert }) => insert)).toFixed(2),
    median(costs[page].map(({ move }) => move)).toFixed(2),
  ])
  return table(['page', 'a character', 'a caret'], rows)
}

/**
 * @param {readonly Sample[]} samples
 * @param {import('./run.mjs').Condition} condition
 */
function select(samples, { page, others, slowdown }) {
  return samples.filter((each) => each.page === page && each.others === others && each.slowdown === slowdown)
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** @param {number} value in ms */
function ms(value) {
  if (!Number.isFinite(value)) return 'never'
  return value < 1000 ? `${number(value)} ms` : `${(value / 1000).toFixed(1)} s`
}

/** @param {number} value */
function number(value) {
  if (!Number.isFinite(value)) return 'never'
  return value < 100 ? value.toFixed(1) : value.toFixed(0)
}
