import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const PROCESS = fileURLToPath(new URL('./process.mjs', import.meta.url))

/**
 * @typedef {import('./process.mjs').Pace} Pace
 * @typedef {import('./process.mjs').Done} Done
 * @typedef {{ start: (pace: Pace) => Promise<void>, stop: () => Promise<Done>, leave: () => Promise<void> }} Load
 */

/**
 * Lets others join a note, from a process of their own, each over a connection of its own. They do not type yet.
 *
 * @param {import('./wire/wire.mjs').Entrance} entrance
 * @param {number} people
 * @returns {Promise<Load>}
 */
export async function joinOthers(entrance, people) {
  const child = fork(PROCESS, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = once(child, 'exit')
  const failed = ended.then(([code]) => {
    throw new Error(`the process of the others ended with code ${code}`)
  })
  // It ends in good order at the end; only somebody who waits for an answer minds.
  failed.catch(() => undefined)

  /**
   * @template {import('./process.mjs').Answer['kind']} Kind
   * @param {import('./process.mjs').Order} order
   * @param {Kind} kind of the answer
   * @returns {Promise<Extract<import('./process.mjs').Answer, { kind: Kind }>>}
   */
  const ask = async (order, kind) => {
    child.send(order)
    const [answer] = await Promise.race([once(child, 'message'), failed])
    if (answer.kind !== kind) throw new Error(`the others answered ${answer.kind} instead of ${kind}`)
    return answer
  }

  await ask({ kind: 'join', entrance, people }, 'joined')
  return {
    start: async (pace) => void (await ask({ kind: 'start', pace }, 'started')),
    stop: () => ask({ kind: 'stop' }, 'stopped'),
    leave: async () => {
      child.disconnect()
      await ended
    },
  }
}
