import { idle } from './idle.mjs'
import { join } from './join.mjs'
import { slow } from './slow.mjs'
import { start } from './start.mjs'
import { storm } from './storm.mjs'
import { typing } from './typing.mjs'

/**
 * @typedef {{
 *   readonly isFor: (keeps: import('../servers.mjs').Keeps) => boolean,
 *   readonly run: (server: import('../running.mjs').Running, seed: number, short: boolean) => Promise<object>,
 * }} Scenario isFor: which servers can take part, by what they keep; short: a variant for development
 */

/** @type {Scenario['isFor']} */
const anybody = () => true
/** @type {Scenario['isFor']} */
const keepers = (keeps) => keeps !== 'nothing'
/** @type {Scenario['isFor']} */
const storers = (keeps) => keeps === 'on-disk'

/** Before `warm` seconds have gone by, V8 is still compiling; a server runs for days. */
const PACE = { warm: 12, seconds: 12 }

/**
 * @param {Omit<import('./typing.mjs').Typing, 'warm' | 'seconds'>} options
 * @returns {Scenario}
 */
function typed(options) {
  return {
    isFor: anybody,
    run: (server, seed, short) => typing(server, { ...options, ...PACE, ...(short && { warm: 2, seconds: 4 }), seed }),
  }
}

/** @type {Record<string, Scenario>} */
export const SCENARIOS = {
  'rooms-50x5': typed({ rooms: 50, people: 5, perSecond: 4 }),
  'hot-50': typed({ rooms: 1, people: 50, perSecond: 4 }),
  'hot-200': typed({ rooms: 1, people: 200, perSecond: 4 }),
  'hot-400': typed({ rooms: 1, people: 400, perSecond: 1 }),
  join: {
    isFor: keepers,
    run: (server, seed, short) =>
      join(server, {
        edits: short ? 10_000 : 100_000,
        perSecond: 4000,
        joins: short ? 3 : 9,
        starts: short ? 2 : 3,
        seed,
      }),
  },
  storm: {
    isFor: keepers,
    run: (server, seed, short) =>
      storm(server, { people: short ? 100 : 300, typists: 10, edits: short ? 5_000 : 50_000, quiet: 6, seed }),
  },
  idle: {
    isFor: keepers,
    run: (server, seed, short) => idle(server, { connections: short ? 400 : 2000, few: 20, edits: 500, seed }),
  },
  start: {
    isFor: storers,
    run: (server, seed, short) => start(server, { meetings: short ? 100 : 1000, edits: 500, seed }),
  },
  slow: {
    isFor: anybody,
    run: (server, seed, short) =>
      slow(server, { people: 10, slow: 10, perSecond: 10, paste: 4000, seconds: short ? 5 : 15, seed }),
  },
}
