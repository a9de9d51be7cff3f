import { setTimeout as sleep } from 'node:timers/promises'

import { writeHistory } from '../load/history.mjs'
import { Person } from '../load/person.mjs'
import { placeOn } from './place.mjs'

/** So long (ms) after a start, or after people have come, whatever was put off is done, and the garbage collector has come by. */
const REST = 15_000

/** @typedef {{ perRoom: number, perConnection: number, idleCpu: number }} IdleResult kB, kB, share of a core */

/**
 * Rooms in which people sit and nobody writes: the same number of connections in many rooms and in few tells what is the
 * room's and what the connection's.
 *
 * @param {import('../running.mjs').Running} server
 * @param {{ connections: number, few: number, edits: number, seed: number }} options
 * @returns {Promise<IdleResult>}
 */
export async function idle(server, { connections, few, edits, seed }) {
  const { state } = writeHistory({ edits, writers: 2, seed })
  const inMany = await sit(server, connections, 1, state)
  await server.end()
  const inFew = await sit(server, few, connections / few, state)
  const perRoom = ((inMany.memory - inFew.memory) * 1024) / (connections - few)
  return {
    perRoom,
    perConnection: ((inFew.memory - inFew.empty) * 1024 - few * perRoom) / connections,
    idleCpu: inMany.cpu,
  }
}

/**
 * @param {import('../running.mjs').Running} server
 * @param {number} rooms
 * @param {number} people in each
 * @param {Uint8Array} state of each room
 */
async function sit(server, rooms, people, state) {
  await server.start()
  await sleep(REST)
  const empty = server.memory
  /** @type {Person[]} */
  const everybody = []
  const open = async (/** @type {number} */ room) => {
    const place = await placeOn(server, `idle-${room}`)
    for (let person = 0; person < people; person++) {
      const sitter = new Person(place)
      await sitter.connect()
      everybody.push(sitter)
      if (person === 0) sitter.send(sitter.wire.update(state))
    }
  }
  const waiting = Array.from({ length: rooms }, (_, room) => room)
  const next = async () => {
    for (let room = waiting.pop(); room !== undefined; room = waiting.pop()) await open(room)
  }
  await Promise.all(Array.from({ length: 20 }, next))
  await sleep(REST)
  const before = server.cpu
  await sleep(5_000)
  const result = { empty, memory: server.memory, cpu: (server.cpu - before) / 5 }
  for (const sitter of everybody) sitter.leave()
  await sleep(500)
  return result
}
