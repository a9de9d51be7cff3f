import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'

import { runLine } from '../../../scripts/child.mjs'
import { inRoot, manifest } from '../../../scripts/root.mjs'
import { toGoals } from './goals.mjs'
import { report } from './report.mjs'
import { SCENARIOS } from './scenarios/all.mjs'
import { SERVERS } from './servers.mjs'
import { describeSetting } from './setting.mjs'

/**
 * Plenary's server beside its peers, in one run. See README.md.
 *
 * @typedef {import('./servers.mjs').ServerName} ServerName
 * @typedef {{ scenario: string, server: ServerName, round: number }} Measurement
 * @typedef {Measurement & { result: Record<string, unknown> }} Sample
 */

const MEASURE = fileURLToPath(new URL('./measure.mjs', import.meta.url))

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    servers: { type: 'string' },
    rounds: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    add: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
})
const RESULTS =
  options.save || options.report
    ? fileURLToPath(new URL('./results.json', import.meta.url))
    : inRoot('test-results', 'engine.json')

/** @type {{ samples: Sample[], unfinished: Measurement[] }} */
const NOTHING = { samples: [], unfinished: [] }

if (!options.report) await measureAll()
const { setting, samples, unfinished } = readResults()
const text = report(setting, samples, unfinished)
console.log(`\n${text}`)
if (options.save || options.report) writeFileSync(new URL('./RESULTS.md', import.meta.url), text)
for (const { isMet, goal, found } of toGoals(samples)) console.log(`${isMet ? 'met   ' : 'MISSED'}  ${goal}: ${found}`)

async function measureAll() {
  const { code } = await runLine(
    `npx --yes ${manifest.packageManager} --dir ${JSON.stringify(fileURLToPath(new URL('./peers/', import.meta.url)))} install --frozen-lockfile`,
    { output: 'kept' },
  )
  if (code !== 0) throw new Error('the peers could not be installed')
  const scenarios = pick(Object.keys(SCENARIOS), options.only)
  const servers = /** @type {ServerName[]} */ (pick(Object.keys(SERVERS), options.servers))
  const before = options.add ? readResults() : NOTHING
  const isAnew = (/** @type {Measurement} */ { scenario, server }) =>
    scenarios.includes(scenario) && servers.includes(server)
  const [samples, unfinished] = [
    before.samples.filter((each) => !isAnew(each)),
    before.unfinished.filter((each) => !isAnew(each)),
  ]
  mkdirSync(dirname(RESULTS), { recursive: true })
  for (let round = 1; round <= Number(options.rounds); round++) {
    for (const scenario of scenarios) {
      // Who goes first changes, so that nobody always has the machine's better moments.
      const order = round % 2 === 0 ? servers.toReversed() : servers
      for (const server of order) {
        if (SCENARIOS[scenario]?.isFor(SERVERS[server].keeps) !== true) continue
        const result = await measure(scenario, server, round)
        // A peer that does not come to the end is no reason to lose the others' figures.
        if (result === undefined) unfinished.push({ scenario, server, round })
        else samples.push({ scenario, server, round, result })
        // Each time, so that `--report` shows what there is of a run that was cut short.
        writeFileSync(RESULTS, `${JSON.stringify({ setting: describeSetting(), samples, unfinished }, undefined, 1)}\n`)
      }
    }
  }
}

/** @returns {{ setting: import('./setting.mjs').Setting, samples: Sample[], unfinished: Measurement[] }} */
function readResults() {
  return JSON.parse(readFileSync(RESULTS, 'utf8'))
}

/**
 * In a process of its own, on a core of its own, and once more if the machine hiccups; undefined where it failed again.
 *
 * @param {string} scenario
 * @param {ServerName} server
 * @param {number} round
 */
async function measure(scenario, server, round) {
  for (let attempt = 1; ; attempt++) {
    try {
      const rest = [MEASURE, scenario, server, String(round), options.short ? 'short' : 'full']
      const { stdout } = await promisify(execFile)('taskset', ['-c', '1', process.execPath, ...rest], {
        timeout: 400_000,
      })
      console.log(`${scenario}, ${server}, round ${round}: ${stdout.trim()}`)
      return JSON.parse(stdout)
    } catch (error) {
      console.error(
        `${scenario}, ${server}: ${attempt === 1 ? 'again, because of' : 'left out, because of'} ${String(error)}`,
      )
      if (attempt === 2) return
    }
  }
}

/**
 * @param {readonly string[]} all
 * @param {string | undefined} names separated by commas
 */
function pick(all, names) {
  const chosen = names?.split(',') ?? all
  const unknown = chosen.find((name) => !all.includes(name))
  if (unknown !== undefined) throw new Error(`there is no ${unknown}: there are ${all.join(', ')}`)
  return chosen
}
