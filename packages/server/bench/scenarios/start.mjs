import { setTimeout as sleep } from 'node:timers/promises'

import { writeHistory } from '../load/history.mjs'
import { Newcomer } from '../load/newcomer.mjs'
import { Person } from '../load/person.mjs'
import { placeOn } from './place.mjs'

/** @typedef {{ ready: number, joined: number, cpu: number, memory: number }} StartResult ms, ms, ms, MiB */

/**
 * The server starts on the data of many meetings; then somebody joins one of them.
 *
 * @param {import('../running.mjs').Running} server
 * @param {{ meetings: number, edits: number, seed: number }} options
 * @returns {Promise<StartResult>}
 */
export async function start(server, { meetings, edits, seed }) {
  const history = writeHistory({ edits, writers: 2, seed })
  await server.start()
  let place = await placeOn(server, 'first')
  for (let meeting = 0; meeting < meetings; meeting++) {
    const here = meeting === 0 ? place : await placeOn(server, `meeting-${meeting}`)
    const person = new Person(here)
    await person.connect()
    person.send(person.wire.update(history.state))
    // It is gone once the server has answered, and so has read what was sent before.
    await new Newcomer(here).join(history)
    person.leave()
  }
  await sleep(15_000)
  await server.stop()
  const began = performance.now()
  const ready = await server.start()
  place = { ...place, address: server.addressAfterRestart(place.address) }
  await new Newcomer(place).join(history)
  const joined = performance.now() - began
  const cpu = server.cpu * 1000
  return { ready, joined, cpu, memory: server.memory }
}
