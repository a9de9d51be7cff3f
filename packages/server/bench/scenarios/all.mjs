import { typing } from './typing.mjs'

/**
 * @typedef {import('../servers.mjs').ServerName} ServerName
 * @typedef {(server: import('../running.mjs').Running, seed: number, short: boolean) => Promise<object>} Scenario
 */

/** @type {(options: import('./typing.mjs').Typing) => Scenario} */
const typed = (options) => (server, seed, short) =>
  typing(server, { ...options, seed, ...(short && { warm: 1, seconds: 4 }) })

const PACE = { warm: 4, seconds: 10 }

/** @type {Record<string, Scenario>} */
export const SCENARIOS = {
  'rooms-50x5': typed({ rooms: 50, people: 5, perSecond: 4, ...PACE }),
  'hot-50': typed({ rooms: 1, people: 50, perSecond: 4, ...PACE }),
  'hot-200': typed({ rooms: 1, people: 200, perSecond: 4, ...PACE }),
  'hot-400': typed({ rooms: 1, people: 400, perSecond: 1, ...PACE }),
}
