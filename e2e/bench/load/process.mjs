import * as Y from 'yjs'

import { randomFrom } from '../random.mjs'
import { letAnswer } from './answers.mjs'
import { join } from './connection.mjs'
import { choosePlaces } from './place.mjs'
import { Typist } from './typist.mjs'
import { wireOf } from './wire/wire.mjs'

/**
 * The process of the others, apart from the browser and the server. It is told what to do over the channel of `fork`.
 *
 * @typedef {{ readonly act: 'type' | 'insert' | 'move', readonly perSecond: number }} Pace of each of them; see Typist
 * @typedef {{ kind: 'join', entrance: import('./wire/wire.mjs').Entrance, people: number } | { kind: 'start', pace: Pace } | { kind: 'stop' }} Order
 * @typedef {{ kind: 'joined' } | { kind: 'started' } | ({ kind: 'stopped' } & Done)} Answer
 * @typedef {{
 *   readonly endedAt: number, readonly acts: number, readonly letters: readonly number[],
 *   readonly latest: number, readonly busy: number,
 * }} Done endedAt: when the last characters were sent, ms since 1970; letters: when the neighbour of
 *   the measured person typed each letter; latest: by how many ms one of them came late at most; busy:
 *   the share of one core that this process took
 */

const TICK = 4
const random = randomFrom(20)
const doc = new Y.Doc()

/** @type {Typist[]} */
let typists = []
/** @type {(() => Done) | undefined} */
let stop

process.on('message', (/** @type {Order} */ order) => {
  void obey(order).then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit())

/**
 * @param {Order} order
 * @returns {Promise<Answer>}
 */
async function obey(order) {
  switch (order.kind) {
    case 'join':
      await joinAll(order.entrance, order.people)
      return { kind: 'joined' }
    case 'start':
      stop = start(order.pace)
      return { kind: 'started' }
    case 'stop': {
      if (stop === undefined) throw new Error('nobody is typing')
      return { kind: 'stopped', ...stop() }
    }
  }
}

/**
 * @param {import('./wire/wire.mjs').Entrance} entrance
 * @param {number} people
 */
async function joinAll(entrance, people) {
  const wire = wireOf(entrance)
  const joinNote = (/** @type {Y.Doc} */ copy) => join(entrance.address, wire, copy)
  const first = await joinNote(doc)
  const others = await Promise.all(Array.from({ length: people - 1 }, () => joinNote(new Y.Doc())))
  const places = choosePlaces(doc, people)
  const all = [first, ...others].map((connection, index) => {
    const color = `#${random.between(0x10_00_00, 0xff_ff_ff).toString(16)}`
    const text = /** @type {Y.XmlText} */ (places[index])
    const typist = new Typist({ name: `Person ${index + 1}`, color, text, wire, send: connection.send, random })
    return { typist, connection }
  })
  letAnswer(wire.answers, all)
  typists = all.map(({ typist }) => typist)
  for (const typist of typists) typist.move()
}

/**
 * Open loop: each key has its time, whatever the server does, spread so that people do not type in step.
 *
 * @param {Pace} pace
 * @returns {() => Done} ends it
 */
function start({ act, perSecond }) {
  const began = performance.now()
  const cpu = process.cpuUsage()
  const gap = 1000 / perSecond
  const queue = typists.map((typist) => ({ typist, due: next(began, gap) }))
  let acts = 0
  let latest = 0

  const timer = setInterval(() => {
    for (const entry of queue) {
      const late = performance.now() - entry.due
      if (late < 0) continue
      latest = Math.max(latest, late)
      entry.typist[act]()
      entry.due = next(entry.due, gap)
      acts++
    }
  }, TICK)

  return () => {
    clearInterval(timer)
    for (const typist of typists) typist.end()
    const { user, system } = process.cpuUsage(cpu)
    return {
      endedAt: Date.now(),
      acts,
      letters: typists[0]?.letters ?? [],
      latest,
      busy: (user + system) / 1000 / (performance.now() - began),
    }
  }
}

/**
 * @param {number} after
 * @param {number} gap
 */
function next(after, gap) {
  return after + gap * (0.5 + random.next())
}
