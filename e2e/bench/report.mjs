import { median } from './stats.mjs'

/**
 * @typedef {import('./run.mjs').Condition & import('./run.mjs').Round} Sample
 * @typedef {{
 *   readonly setting: import('./setting.mjs').Setting & { readonly fullSpeed?: string },
 *   readonly samples: readonly Sample[],
 *   readonly costs: Record<import('./run.mjs').PageName, readonly import('./cost.mjs').Cost[]>,
 *   readonly sizes: { readonly home: number, readonly meeting: number, readonly tiptap: number },
 * }} Results
 * @typedef {{ readonly goal: string, readonly found: string, readonly isMet: boolean }} Goal
 */

const NAMES = { plenary: 'Plenary', tiptap: 'plain TipTap' }
const IN_TIME = 1000

/**
 * @param {Results} results
 * @returns {{ readonly goals: readonly Goal[], readonly isMet: boolean }}
 */
export function toVerdict({ samples }) {
  const p95 = (/** @type {import('./run.mjs').PageName} */ page, /** @type {number} */ others, slowdown = 1) =>
    median(select(samples, { page, others, slowdown }).map((sample) => sample.p95))
  const alone = p95('plenary', 0)
  const crowd = p95('plenary', 20)
  const peer = p95('tiptap', 20)
  const behind = Math.max(
    ...select(samples, { page: 'plenary', others: 20, slowdown: 1 }).map(({ behind }) => behind ?? Infinity),
  )
  const goals = [
    compare('p95 with 20 others is at most 1.5 times that of the same page alone', crowd, alone, 1.5),
    compare('p95 with 20 others is at most half of plain TipTap’s', crowd, peer, 0.5),
    ...(hasSlowRounds(samples)
      ? [
          compare('the first on a processor four times slower', p95('plenary', 20, 4), p95('plenary', 0, 4), 1.5),
          compare('the second on a processor four times slower', p95('plenary', 20, 4), p95('tiptap', 20, 4), 0.5),
        ]
      : []),
    {
      goal: 'the last character of the others is there within a second, in every round',
      found: `${ms(behind)} at worst`,
      isMet: behind <= IN_TIME,
    },
  ]
  return { goals, isMet: goals.every((goal) => goal.isMet) }
}

/** @param {readonly Sample[]} samples */
function hasSlowRounds(samples) {
  return samples.some(({ slowdown }) => slowdown === 4)
}

/**
 * @param {string} goal
 * @param {number} ours
 * @param {number} other
 * @param {number} limit
 * @returns {Goal}
 */
function compare(goal, ours, other, limit) {
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
    ...(setting.fullSpeed === undefined || setting.fullSpeed === setting.date
      ? []
      : [`What was measured at full speed, and the costs of one change, are of ${setting.fullSpeed}.`]),
    `The note: ${note.bytes} bytes, ${note.words} words, ${note.blocks} blocks. Plenary: ${setting.plenary}. Plain TipTap: ${setting.tiptap}.`,
    '## Goals',
    table(
      ['goal', 'found', ''],
      toVerdict(results).goals.map(({ goal, found, isMet }) => [goal, found, isMet ? '**met**' : '**missed**']),
    ),
    '## Key to paint',
    'Medians of the rounds, in ms. Busy: of the main thread. Late: how long the letters of a neighbour took from their key into this page, while somebody types in it. Behind: when the last character of the others was there after they had stopped, at worst.',
    timesOf(results, 1),
    ...(hasSlowRounds(results.samples)
      ? ['The same on a processor four times slower, which is about a phone:', timesOf(results, 4)]
      : []),
    '## One remote change',
    'Main-thread ms on a page at rest, painting included; medians.',
    costsOf(results),
    '## JavaScript that a page loads by itself, gzip kB',
    table(
      ['our home page', 'our meeting page', 'plain TipTap (nothing but an editor)'],
      [[sizes.home, sizes.meeting, sizes.tiptap].map((size) => size.toFixed(0))],
    ),
  ].join('\n\n')}\n`
}

/**
 * @param {Results} results
 * @param {number} slowdown
 */
function timesOf({ samples }, slowdown) {
  const rows = [0, 20].flatMap((others) =>
    /** @type {const} */ (['plenary', 'tiptap']).map((page) => {
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
    }),
  )
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
  const rows = /** @type {const} */ (['plenary', 'tiptap']).map((page) => [
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
