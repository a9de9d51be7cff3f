import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** How much of one core (0 to 1) other processes may take without disturbing a measurement. */
const FEW = 0.1
const LOOK = 2000
/** For so long (ms) a quiet moment is waited for. */
const PATIENCE = 30 * 60_000
const MOST_ATTEMPTS = 50
const TOO_BUSY = 'this machine is too busy to measure anything'
/** /proc counts processor time in hundredths of a second. */
const TICK = 10

/** @typedef {<Found>(measure: () => Promise<Found>) => Promise<Found>} Undisturbed */

/**
 * Measures while the machine has nothing else to do. What other work disturbed is measured again, whatever it found.
 *
 * @template Found
 * @param {() => Promise<Found>} measure
 * @returns {Promise<Found>}
 */
export async function undisturbed(measure) {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    await untilQuiet()
    const stop = watchStrangers()
    const found = await measure()
    if (stop() <= FEW) return found
  }
  throw new Error(TOO_BUSY)
}

async function untilQuiet() {
  for (let waited = 0; waited < PATIENCE; waited += LOOK) {
    const stop = watchStrangers()
    await sleep(LOOK)
    if (stop() <= FEW) return
  }
  throw new Error(TOO_BUSY)
}

/**
 * How much of the machine goes to processes that are not of this bench, from now on.
 *
 * @returns {() => number} ends it; 0.5 is half a core. 0 where there is no /proc to tell
 */
function watchStrangers() {
  const before = readTimes()
  const began = performance.now()
  return () => {
    const after = readTimes()
    if (before === undefined || after === undefined) return 0
    const own = [...after.own].reduce((sum, [id, time]) => sum + time - (before.own.get(id) ?? 0), 0)
    return Math.max(0, ((after.all - before.all - own) * TICK) / (performance.now() - began))
  }
}

/** @returns {{ readonly all: number, readonly own: ReadonlyMap<number, number> } | undefined} in ticks, own by process id */
function readTimes() {
  try {
    const [user = 0, nice = 0, system = 0] = readFileSync('/proc/stat', 'utf8').split(/\s+/).slice(1, 4).map(Number)
    const ids = readdirSync('/proc').map(Number).filter(Number.isInteger)
    return { all: user + nice + system, own: pickOwn(ids.flatMap((id) => readProcess(id) ?? [])) }
  } catch {
    return undefined
  }
}

/** @typedef {{ readonly id: number, readonly parent: number, readonly time: number }} Process */

/**
 * @param {number} id
 * @returns {Process | undefined} undefined: it has ended
 */
function readProcess(id) {
  try {
    const line = readFileSync(`/proc/${id}/stat`, 'utf8')
    // After the name, which may hold blanks: the state, the parent, and further on the time in user and in system mode.
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    return { id, parent: fields[1] ?? 0, time: (fields[11] ?? 0) + (fields[12] ?? 0) }
  } catch {
    return undefined
  }
}

/**
 * This process and all that descend from it.
 *
 * @param {readonly Process[]} processes
 */
function pickOwn(processes) {
  /** @type {Map<number, number>} */
  const own = new Map()
  let generation = processes.filter(({ id }) => id === process.pid)
  while (generation.length > 0) {
    for (const { id, time } of generation) own.set(id, time)
    generation = processes.filter(({ id, parent }) => own.has(parent) && !own.has(id))
  }
  return own
}
