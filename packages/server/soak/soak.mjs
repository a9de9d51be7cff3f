import { appendFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'

import { randomFrom } from '../bench/random.mjs'
import { Crowd } from './crowd.mjs'
import { Curve } from './curve.mjs'
import { SoakedServer } from './server.mjs'

/**
 * People write for a long time on two servers: one is left alone and its memory watched, the other is ended, killed and
 * stopped all the time. Ends with 1 if anything is lost, twice, or the memory of the first goes up. See README.md.
 */

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    rooms: { type: 'string', default: '3' },
    people: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    save: { type: 'boolean', default: false },
  },
})
const [minutes, rooms, people, seed] = [values.minutes, values.rooms, values.people, values.seed].map(Number)
if (!minutes || !rooms || !people || !seed) throw new Error('--minutes, --rooms, --people and --seed are numbers')

const began = performance.now()
const until = began + minutes * 60_000
/** Memory is not looked at before the server has done everything at least once. */
const warm = began + Math.min(10, minutes / 4) * 60_000
/** The memory may go up by so much of itself an hour, which is less than one can tell from chance in an hour. */
const FLAT = 0.1

const calm = new SoakedServer()
const shaken = new SoakedServer()
await Promise.all([calm.start(), shaken.start()])
const calmCrowd = new Crowd({ server: calm, rooms, people, random: randomFrom(seed), until })
const shakenCrowd = new Crowd({ server: shaken, rooms, people, random: randomFrom(seed + 1), until })
const heap = new Curve()
const external = new Curve()
const resident = new Curve()
const ends = { restarts: 0, kills: 0, pauses: 0 }

await Promise.all([calmCrowd.meet(), shakenCrowd.meet(), watchMemory(), shake(randomFrom(seed + 2))])
const cpu = (calm.cpu * 100) / ((performance.now() - began) / 1000)
await Promise.all([calm.end('SIGTERM'), shaken.end('SIGTERM')])
report()
await Promise.all([calm.remove(), shaken.remove()])

async function watchMemory() {
  while (performance.now() < until) {
    await sleep(Math.min(60_000, (minutes ?? 1) * 1000))
    if (performance.now() < warm) continue
    const memory = await calm.memory()
    const hours = (performance.now() - began) / 3_600_000
    heap.add(hours, memory.heap / 2 ** 20)
    external.add(hours, memory.external / 2 ** 20)
    resident.add(hours, memory.resident / 2 ** 20)
    console.log(
      `${Math.round(hours * 60)} min: heap ${heap.toString()}; ${JSON.stringify(ends)}; wrong: ${countFindings()}`,
    )
  }
}

/** @param {ReturnType<typeof randomFrom>} random */
async function shake(random) {
  for (;;) {
    await sleep(20_000 + random.below(60_000))
    // The last minute is quiet, so that everybody can come to the same.
    if (performance.now() > until - 60_000) return
    const what = random.next()
    if (what < 0.2) {
      // As when a machine swaps, or its disk hangs.
      shaken.signal('SIGSTOP')
      await sleep(15_000)
      shaken.signal('SIGCONT')
      ends.pauses++
      continue
    }
    const signal = what < 0.6 ? 'SIGTERM' : 'SIGKILL'
    await shakenCrowd.interrupt(async () => {
      await shaken.end(signal)
      await sleep(random.below(3000))
      await shaken.start()
    })
    if (signal === 'SIGTERM') ends.restarts++
    else ends.kills++
  }
}

function countFindings() {
  return calmCrowd.findings.length + shakenCrowd.findings.length
}

function report() {
  const findings = [...calmCrowd.findings, ...shakenCrowd.findings]
  const complaints = `${calm.complaints}${shaken.complaints}`
  for (const finding of new Set(findings)) console.log(`Wrong: ${finding}`)
  if (complaints !== '') console.log(`The servers said:\n${complaints}`)
  const isFlat = [heap, external].every((curve) => curve.slope <= FLAT * curve.mean)
  const figures = [
    new Date().toISOString().slice(0, 10),
    `${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
    minutes,
    calmCrowd.meetings + shakenCrowd.meetings,
    calmCrowd.words + shakenCrowd.words,
    `${ends.restarts} / ${ends.kills} / ${ends.pauses}`,
    findings.length,
    heap,
    external,
    resident,
    `${cpu.toFixed(1)} %`,
  ]
  const row = `| ${figures.join(' | ')} |\n`
  console.log(row)
  console.log(isFlat ? 'The memory is flat.' : 'The memory goes up.')
  if (values.save) appendFileSync(new URL('./RESULTS.md', import.meta.url), row)
  if (findings.length > 0 || complaints !== '' || !isFlat) process.exitCode = 1
}
