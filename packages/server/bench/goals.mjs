import { figureOf } from './stats.mjs'

/** @typedef {{ goal: string, found: string, isMet: boolean }} Goal */

const KEEPERS = ['hocuspocus', 'hocuspocus-20', 'y-websocket', 'y-websocket-level']

/** Memory alone: it has nothing on disk, and so nothing to join after a start. */
const STORERS = KEEPERS.filter((name) => name !== 'y-websocket')

/**
 * What issue 4 asks for, as ratios within one run. What was not measured is left out.
 *
 * @param {readonly import('./engine.bench.mjs').Sample[]} samples
 * @returns {Goal[]}
 */
export function toGoals(samples) {
  const of = (/** @type {string} */ scenario, /** @type {string} */ server, /** @type {string} */ figure) =>
    figureOf(samples, scenario, server, figure)
  const ours = (/** @type {string} */ scenario, /** @type {string} */ figure) => of(scenario, 'plenary', figure)
  const best = (/** @type {string} */ scenario, /** @type {string} */ figure, names = KEEPERS) =>
    Math.min(...names.map((name) => of(scenario, name, figure)).filter((value) => !Number.isNaN(value)))

  /** @type {(goal: string, value: number, other: number, limit: number, unit?: string) => Goal} */
  const atMost = (goal, value, other, limit, unit = '') => ({
    goal: `${goal}: at most ${limit} ×`,
    found: `${short(value)}${unit} to ${short(other)}${unit} = ${short(value / other)}`,
    isMet: value / other <= limit,
  })
  /** @type {(scenario: string, server: string, factor: number) => Goal} */
  const atLeast = (scenario, server, factor) => {
    const [value, other] = [ours(scenario, 'perCpuSecond'), of(scenario, server, 'perCpuSecond')]
    return {
      goal: `${scenario}, updates delivered per CPU second: at least ${factor} × ${server}`,
      found: `${short(value)} to ${short(other)} = ${short(value / other)}`,
      isMet: value / other >= factor,
    }
  }

  const goals = [
    atLeast('hot-200', 'hocuspocus', 10),
    atLeast('hot-200', 'hocuspocus-20', 4),
    atLeast('hot-200', 'relay', 10),
    atMost(
      'hot-200, p99, beside hocuspocus-20',
      ours('hot-200', 'p99'),
      of('hot-200', 'hocuspocus-20', 'p99'),
      1,
      ' ms',
    ),
    atLeast('rooms-50x5', 'hocuspocus', 2.2),
    atLeast('rooms-50x5', 'y-websocket-level', 1.8),
    atLeast('rooms-50x5', 'relay', 0.55),
    atMost(
      'rooms-50x5, p99, beside hocuspocus',
      ours('rooms-50x5', 'p99'),
      of('rooms-50x5', 'hocuspocus', 'p99'),
      1.5,
      ' ms',
    ),
    atMost(
      'joining cold, time, beside the best peer',
      ours('join', 'cold.time'),
      best('join', 'cold.time', STORERS),
      0.1,
      ' ms',
    ),
    atMost(
      'joining cold, CPU, beside the best peer',
      ours('join', 'cold.cpu'),
      best('join', 'cold.cpu', STORERS),
      0.1,
      ' ms',
    ),
    atMost('joining warm, CPU, beside the best peer', ours('join', 'warm.cpu'), best('join', 'warm.cpu'), 1 / 3, ' ms'),
    atMost('joining warm, bytes, beside the merged state', ours('join', 'warm.bytes'), ours('join', 'state'), 1.1),
    atMost('joining cold, bytes, beside the merged state', ours('join', 'cold.bytes'), ours('join', 'state'), 1.1),
    atMost(
      'joining deflated, bytes, beside the merged state',
      ours('join', 'deflated.bytes'),
      ours('join', 'state'),
      0.55,
    ),
    atMost(
      'taking edits in, CPU, beside the best peer that stores',
      ours('join', 'feedCpu'),
      best('join', 'feedCpu', STORERS),
      0.5,
      ' ms/1000',
    ),
    atMost(
      'disk once a room has closed, beside the merged state',
      ours('join', 'diskClosed'),
      ours('join', 'state'),
      1.5,
    ),
    atMost(
      'memory of an idle room, beside the best peer',
      ours('idle', 'perRoom'),
      best('idle', 'perRoom'),
      1 / 3,
      ' kB',
    ),
    atMost(
      '300 joining at once, all in, beside the best peer',
      ours('storm', 'allIn'),
      best('storm', 'allIn'),
      1,
      ' ms',
    ),
    atMost(
      'p99 of a key while 300 join, beside its quiet value',
      ours('storm', 'during'),
      ours('storm', 'quiet'),
      3,
      ' ms',
    ),
  ]
  return goals.filter(({ found }) => !found.includes('NaN') && !found.includes('Infinity'))
}

/** @param {number} value */
function short(value) {
  if (value >= 10_000) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}
