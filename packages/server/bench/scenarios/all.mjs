import { idle } from './idle.mjs'
import { join } from './join.mjs'
import { slow } from './slow.mjs'
import { start } from './start.mjs'
import { storm } from './storm.mjs'
import { typing } from './typing.mjs'

/**
 * @typedef {{
 *   readonly needsMinutes: boolean,
 *   readonly run: (server: import('../running.mjs').Running, seed: number, short: boolean) => Promise<object>,
 * }} Scenario needsMinutes: a server that keeps nothing cannot take part; short: a variant for development
 */

const PACE = { warm: 6, seconds: 10 }

/**
 * @param {Omit<import('./typing.mjs').Typing, 'warm' | 'seconds'>} options
 * @returns {Scenario}
 */
function typed(options) {
  return {
    needsMinutes: false,
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
    needsMinutes: true,
    run: (server, seed, short) =>
      join(server, { edits: short ? 10_000 : 100_000, perSecond: 4000, joins: short ? 2 : 3, seed }),
  },
  storm: {
    needsMinutes: true,
    run: (server, seed, short) =>
      storm(server, { people: short ? 100 : 300, typists: 10, edits: short ? 5_000 : 50_000, quiet: 6, seed }),
  },
  idle: {
    needsMinutes: true,
    run: (server, seed, short) => idle(server, { connections: short ? 400 : 2000, few: 20, edits: 500, seed }),
  },
  start: {
    needsMinutes: true,
    run: (server, seed, short) => start(server, { meetings: short ? 100 : 1000, edits: 500, seed }),
  },
  slow: {
    needsMinutes: false,
    run: (server, seed, short) =>
      slow(server, { people: 10, slow: 10, perSecond: 10, paste: 4000, seconds: short ? 5 : 15, seed }),
  },
}
