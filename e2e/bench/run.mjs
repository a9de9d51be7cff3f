import { loadavg } from 'node:os'

import { measureCost } from './cost.mjs'
import { makeRoom } from './room.mjs'
import { measureTyping } from './sample.mjs'
import { measureSize } from './size.mjs'
import { mean, percentile, sum } from './stats.mjs'

/**
 * @typedef {'plenary' | import('./peer.mjs').Provider} PageName ours, or plain TipTap's with that provider
 * @typedef {{ readonly page: PageName, readonly others: number, readonly slowdown: number }} Condition
 * @typedef {{
 *   readonly round: number, readonly p50: number, readonly p95: number, readonly p99: number, readonly eventP95: number,
 *   readonly missing: number, readonly busy: number, readonly taskPerKey: number, readonly lateP50: number | undefined, readonly lateP95: number | undefined,
 *   readonly behind: number | undefined,
 *   readonly load: Pick<import('./load/load.mjs').Done, 'acts' | 'latest' | 'busy'> | undefined, readonly systemLoad: number,
 * }} Round behind: Infinity becomes null in JSON
 * @typedef {{
 *   readonly server: import('./server.mjs').Server, readonly browser: string,
 *   readonly peers: Readonly<Record<import('./peer.mjs').Provider, import('./peer.mjs').PeerServer>>,
 *   readonly undisturbed: import('./strangers.mjs').Undisturbed, readonly say: (line: string) => void,
 * }} Bench
 */

/** @type {readonly PageName[]} */
export const PAGES = ['plenary', 'hocuspocus', 'y-websocket']
/** The page and how many others. Alone, the provider has nothing to do, and TipTap's page is the same with either. */
/** @type {readonly (readonly [PageName, number])[]} */
export const CASES = [
  ['plenary', 0],
  ['hocuspocus', 0],
  ['plenary', 20],
  ['hocuspocus', 20],
  ['y-websocket', 20],
]

/**
 * All conditions, one after the other and then again: what the machine does besides falls on all of them.
 *
 * @param {Bench} bench
 * @param {{ readonly slowdown: number, readonly rounds: number }} how
 * @param {(sample: Condition & Round) => Promise<void>} keep gets each measurement as soon as it is there
 */
export async function runRounds(bench, { slowdown, rounds }, keep) {
  const conditions = CASES.map(([page, others]) => ({ page, others, slowdown }))
  for (let round = 1; round <= rounds; round++) {
    // Every other round the other way round, so that nobody always comes first.
    for (const condition of round % 2 === 1 ? conditions : conditions.toReversed()) {
      const result = { ...condition, ...(await runRound(bench, condition, round)) }
      bench.say(describe(result))
      await keep(result)
    }
  }
}

/**
 * @param {Bench} bench
 * @param {Condition} condition
 * @param {number} round
 * @returns {Promise<Round>}
 */
async function runRound(bench, { page, others, slowdown }, round) {
  const [systemLoad = 0] = loadavg()
  const room = await makeRoom(bench, page)
  const sample = await measureTyping(room, { ...bench, others, slowdown, seed: round })
  const count = sample.times.length + sample.missing
  // A key that never came is later than any other.
  const times = [...sample.times, ...Array.from({ length: sample.missing }, () => Infinity)]
  const short = Array.from({ length: Math.max(0, count - sample.events.length) }, () => 8)
  return {
    round,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    eventP95: percentile([...sample.events, ...short], 0.95),
    missing: sample.missing,
    busy: mean(sample.work.map(({ busy }) => busy)),
    taskPerKey: sum(sample.work.map(({ task }) => task)) / count,
    lateP50: sample.late.length === 0 ? undefined : percentile(sample.late, 0.5),
    lateP95: sample.late.length === 0 ? undefined : percentile(sample.late, 0.95),
    behind: sample.behind,
    load: sample.load && { acts: sample.load.acts, latest: sample.load.latest, busy: sample.load.busy },
    systemLoad,
  }
}

/** @typedef {Record<PageName, import('./cost.mjs').Cost[]>} Costs by page */

/**
 * @param {Bench} bench
 * @param {number} rounds
 * @returns {Promise<Costs>}
 */
export async function runCosts(bench, rounds) {
  /** @type {Costs} */
  const costs = { plenary: [], hocuspocus: [], 'y-websocket': [] }
  for (let round = 1; round <= rounds; round++) {
    for (const page of PAGES) {
      const cost = await measureCost(await makeRoom(bench, page), bench)
      bench.say(
        `${page}: one remote character ${cost.insert.toFixed(2)} ms, one remote caret ${cost.move.toFixed(2)} ms`,
      )
      costs[page].push(cost)
    }
  }
  return costs
}

/** @typedef {Record<'home' | PageName, number>} Sizes of our home page and of the pages of a note, gzip kB */

/**
 * @param {Bench} bench
 * @returns {Promise<Sizes>}
 */
export async function runSizes(bench) {
  const sizeOf = async (/** @type {PageName} */ page) => measureSize(bench.browser, (await makeRoom(bench, page)).open)
  return {
    home: await measureSize(bench.browser, (tab) => tab.goto(bench.server.home)),
    plenary: await sizeOf('plenary'),
    hocuspocus: await sizeOf('hocuspocus'),
    'y-websocket': await sizeOf('y-websocket'),
  }
}

/** @param {Condition & Round} result */
function describe({ page, others, slowdown, round, p50, p95, p99, missing, busy, lateP95, behind }) {
  const times = [p50, p95, p99].map((value) => value.toFixed(1)).join(' / ')
  const rest = [`main thread ${(busy * 100).toFixed(0)} %`]
  if (missing > 0) rest.push(`${missing} keys never came`)
  if (lateP95 !== undefined) rest.push(`letters of others up to ${lateP95.toFixed(0)} ms late`)
  if (behind !== undefined) rest.push(`${(behind / 1000).toFixed(2)} s behind`)
  return `round ${round}, x${slowdown}, ${page} with ${others} others: ${times} ms, ${rest.join(', ')}`
}
