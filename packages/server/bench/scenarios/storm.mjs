import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { Crowd } from '../load/crowd.mjs'
import { writeHistory } from '../load/history.mjs'
import { Person } from '../load/person.mjs'
import { placeOn } from './place.mjs'

const VISITORS = fileURLToPath(new URL('../load/visitors.mjs', import.meta.url))

/**
 * @typedef {{ allIn: number, p50: number, p99: number, quiet: number, during: number, cpu: number }} StormResult
 *   allIn: ms until the last of them was in sync; p50, p99: of their joining; quiet, during: p99 of a key of those who type,
 *   before and while the others come; cpu: ms a visitor
 */

/**
 * Many people join a document of some length in the same moment, while a few type into it.
 *
 * @param {import('../running.mjs').Running} server
 * @param {{ people: number, typists: number, edits: number, quiet: number, seed: number }} options
 * @returns {Promise<StormResult>}
 */
export async function storm(server, { people, typists, edits, quiet, seed }) {
  await server.start()
  const place = await placeOn(server, 'storm')
  const history = writeHistory({ edits, writers: 5, seed })
  const writer = new Person(place)
  await writer.connect()
  writer.send(writer.wire.update(history.state))
  // Long enough that whatever a server puts off is done.
  await sleep(8_000)
  writer.leave()

  const crowd = new Crowd(seed)
  crowd.gather([place], typists)
  const after = 4
  for (const typist of crowd.everybody) typist.prepare((quiet + after) * 4 * 3 + 20, { carets: true, paste: 1 })
  await crowd.connect()
  for (const typist of crowd.everybody) typist.begin()
  // The visitors are a process of their own, so that their work is not the typists' delay.
  const visitors = fork(VISITORS, [JSON.stringify({ place, people, history: [...history.clocks] })])
  await once(visitors, 'message')

  const began = performance.now() + 20
  const typed = crowd.type(crowd.plan(crowd.everybody, { perSecond: 4, seconds: quiet + after }), began)
  crowd.watch(began + 1000, began + quiet * 1000)
  await sleep(began + quiet * 1000 - performance.now() + 100)
  const quietP99 = crowd.latencies.percentile(0.99)
  const cpu = server.cpu
  crowd.watch(performance.now(), Infinity)
  visitors.send('go')
  const [joined] = /** @type {[{ times: number[] }]} */ (await once(visitors, 'message'))
  const spent = (server.cpu - cpu) * 1000
  const during = crowd.latencies.percentile(0.99)
  await typed
  await crowd.settle()
  crowd.leave()
  visitors.kill()
  const times = joined.times.toSorted((a, b) => a - b)
  const at = (/** @type {number} */ p) => times[Math.ceil(times.length * p) - 1] ?? Infinity
  return { allIn: at(1), p50: at(0.5), p99: at(0.99), quiet: quietP99, during, cpu: spent / people }
}
