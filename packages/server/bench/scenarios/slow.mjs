import { setTimeout as sleep } from 'node:timers/promises'

import { Crowd } from '../load/crowd.mjs'
import { placeOn } from './place.mjs'

/**
 * @typedef {{ sent: number, before: number, most: number, p99: number, cutOff: number, missing: number }} SlowResult
 *   sent, before, most: MiB that were typed, of memory before, and at most; cutOff: of the slow, how many lost their connection
 */

/**
 * Some people stop reading, as a sleeping laptop does, while others paste; then they read again.
 *
 * @param {import('../running.mjs').Running} server
 * @param {{ people: number, slow: number, perSecond: number, paste: number, seconds: number, seed: number }} options
 * @returns {Promise<SlowResult>}
 */
export async function slow(server, { people, slow, perSecond, paste, seconds, seed }) {
  await server.start()
  const crowd = new Crowd(seed)
  crowd.gather([await placeOn(server, 'slow')], people + slow)
  const writers = crowd.everybody.slice(0, people)
  const readers = crowd.everybody.slice(people)
  for (const writer of writers) writer.prepare(Math.ceil(seconds * perSecond * 2), { carets: false, paste })
  await crowd.connect()
  for (const writer of writers) writer.begin()
  await sleep(1000)
  const before = server.memory
  for (const reader of readers) reader.read(false)

  let most = before
  const watch = setInterval(() => (most = Math.max(most, server.memory)), 100)
  const began = performance.now() + 20
  crowd.watch(began, Infinity)
  const plan = crowd.plan(writers, { perSecond, seconds })
  await crowd.type(plan, began)
  await sleep(2000)
  clearInterval(watch)
  const cutOff = readers.filter(({ isConnected }) => !isConnected).length
  const p99 = crowd.latencies.percentile(0.99)
  for (const reader of readers) reader.read(true)
  const missing = await crowd.settle(30_000)
  crowd.leave()
  return { sent: (plan.length * paste) / 2 ** 20, before, most, p99, cutOff, missing }
}
