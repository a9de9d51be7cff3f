import { setTimeout as sleep } from 'node:timers/promises'

import { Crowd } from '../load/crowd.mjs'
import { placeOn } from './place.mjs'

/**
 * @typedef {{ rooms: number, people: number, perSecond: number, warm: number, seconds: number }} Typing
 * @typedef {{
 *   delivered: number, perCpuSecond: number, p50: number, p99: number, cpuShare: number, memory: number,
 *   missing: number, gaps: number, converged: boolean, lag: number, loadShare: number,
 * }} TypingResult perCpuSecond: updates delivered per CPU second of the server, the main figure; lag: p99 of how late the
 *   load itself was
 */

/**
 * Everybody types, with their carets, into rooms of some size.
 *
 * @param {import('../running.mjs').Running} server
 * @param {Typing & { seed: number }} options
 * @returns {Promise<TypingResult>}
 */
export async function typing(server, { rooms, people, perSecond, warm, seconds, seed }) {
  await server.start()
  const places = []
  for (let room = 0; room < rooms; room++) places.push(await placeOn(server, `room-${room}`))
  const crowd = new Crowd(seed)
  crowd.gather(places, people)
  const keys = Math.ceil((warm + seconds) * perSecond * 1.5) + 20
  for (const typist of crowd.everybody) typist.prepare(keys, { carets: true, paste: 1 })
  await crowd.connect()
  for (const typist of crowd.everybody) typist.begin()
  await sleep(1000)

  const plan = crowd.plan(crowd.everybody, { perSecond, seconds: warm + seconds + 0.5 })
  const began = performance.now() + 20
  const [from, to] = [began + warm * 1000, began + (warm + seconds) * 1000]
  crowd.watch(from, to)
  const costs = costBetween(server, from, to)
  await crowd.type(plan, began)
  const { cpu, own, memory } = await costs
  const missing = await crowd.settle()
  const converged = crowd.hasConverged()
  crowd.leave()
  return {
    delivered: crowd.delivered,
    perCpuSecond: crowd.delivered / cpu,
    p50: crowd.latencies.percentile(0.5),
    p99: crowd.latencies.percentile(0.99),
    cpuShare: cpu / seconds,
    memory,
    missing,
    gaps: crowd.gaps,
    converged,
    lag: crowd.lag.percentile(0.99),
    loadShare: own / seconds,
  }
}

/**
 * CPU seconds of the server and of this process between two moments.
 *
 * @param {import('../running.mjs').Running} server
 * @param {number} from
 * @param {number} to
 */
async function costBetween(server, from, to) {
  await until(from)
  const [cpu, own] = [server.cpu, process.cpuUsage()]
  await until(to)
  const { user, system } = process.cpuUsage(own)
  return { cpu: server.cpu - cpu, own: (user + system) / 1e6, memory: server.memory }
}

/** @param {number} moment */
async function until(moment) {
  await sleep(Math.max(0, moment - performance.now()))
}
