import { setTimeout as sleep } from 'node:timers/promises'

import { Clocks } from '../load/clocks.mjs'
import { hasAll, WRITERS_FROM, writeHistory } from '../load/history.mjs'
import { Newcomer } from '../load/newcomer.mjs'
import { Person } from '../load/person.mjs'
import { placeOn } from './place.mjs'

/** So long (ms) no server has anything left to do for a room in which nobody writes, or that nobody is in. */
const REST = 15_000

/**
 * @typedef {{ time: number, cpu: number, bytes: number, isWhole: boolean }} Join time and cpu in ms
 * @typedef {{
 *   state: number, feedCpu: number, warm: Join[], deflated: Join[], cold: Join[], coldDeflated: Join[],
 *   diskOpen: number, diskClosed: number, memory: number,
 * }} JoinResult state: the bytes of all edits, merged by Yjs; feedCpu: ms for 1,000 edits; cold: after a start, where the server
 *   has stored anything
 */

/**
 * A document of a long meeting: what it costs to take it in, to join it while it is open and straight after a start, and
 * what it takes on disk.
 *
 * @param {import('../running.mjs').Running} server
 * @param {{ edits: number, perSecond: number, joins: number, starts: number, seed: number }} options
 * @returns {Promise<JoinResult>}
 */
export async function join(server, { edits, perSecond, joins, starts, seed }) {
  const history = writeHistory({ edits, writers: 5, seed })
  await server.start()
  let place = await placeOn(server, 'long')
  const writers = Array.from({ length: 5 }, () => new Person(place))
  for (const writer of writers) await writer.connect()
  await sleep(500)

  const before = server.cpu
  await feed(history, writers, perSecond)
  await new Newcomer(place).join(history)
  const feedCpu = ((server.cpu - before) * 1e6) / edits
  await sleep(REST)
  const diskOpen = server.disk
  const memory = server.memory

  const many = async (/** @type {import('../load/person.mjs').Place} */ at) => {
    const results = []
    for (let join = 0; join < joins; join++) results.push(await joinOnce(server, at, history))
    return results
  }
  const deflating = () => ({ ...place, address: `${place.address}&deflate=1` })
  const warm = await many(place)
  const deflated = server.name === 'plenary' ? await many(deflating()) : []
  for (const writer of writers) writer.leave()
  await sleep(REST)
  const diskClosed = server.disk

  const cold = []
  const coldDeflated = []
  // What was in memory alone is gone after a start: whoever joined then would wait for ever.
  for (let restart = 0; restart < starts && server.keeps === 'on-disk'; restart++) {
    place = await restarted(server, place)
    cold.push(await joinOnce(server, place, history))
    if (server.name !== 'plenary') continue
    place = await restarted(server, place)
    coldDeflated.push(await joinOnce(server, deflating(), history))
  }
  return { state: history.state.length, feedCpu, warm, deflated, cold, coldDeflated, diskOpen, diskClosed, memory }
}

/**
 * @param {import('../running.mjs').Running} server
 * @param {import('../load/person.mjs').Place} place
 */
async function restarted(server, place) {
  await server.stop()
  await server.start()
  await sleep(1000)
  return { ...place, address: server.addressAfterRestart(place.address) }
}

/**
 * @param {import('../running.mjs').Running} server
 * @param {import('../load/person.mjs').Place} place
 * @param {import('../load/history.mjs').History} history
 * @returns {Promise<Join>}
 */
async function joinOnce(server, place, history) {
  const cpu = server.cpu
  const newcomer = new Newcomer(place)
  const time = await newcomer.join(history)
  // What the server does after the last byte is part of the price.
  await sleep(300)
  const spent = (server.cpu - cpu) * 1000
  newcomer.leave()
  await sleep(200)
  return { time, cpu: spent, bytes: newcomer.updateBytes, isWhole: hasAll(newcomer.received, history) }
}

/**
 * Sends the edits at this pace, each by its writer. Who goes on where another stopped has received first what that one wrote:
 * on two connections it could otherwise overtake it.
 *
 * @param {import('../load/history.mjs').History} history
 * @param {readonly Person[]} writers
 * @param {number} perSecond
 */
async function feed({ edits }, writers, perSecond) {
  const known = writers.map((writer) => {
    const clocks = new Clocks()
    writer.onUpdate = (update) => clocks.add(update)
    return clocks
  })
  const sent = new Clocks()
  let began = performance.now()
  let last = edits[0]?.writer ?? 0
  for (const [index, { writer, update }] of edits.entries()) {
    if (writer !== last) {
      const waits = performance.now()
      while (known[writer]?.covers(sent, WRITERS_FROM + writer) === false) await sleep(1)
      began += performance.now() - waits
      last = writer
    }
    while ((performance.now() - began) * perSecond < index * 1000) await sleep(1)
    const person = writers[writer]
    person?.send(person.wire.update(update))
    sent.add(update)
  }
}
