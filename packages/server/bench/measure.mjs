import { Running } from './running.mjs'
import { SCENARIOS } from './scenarios/all.mjs'

/**
 * The process of one measurement: one server, one scenario, from a clean start. It prints its result as JSON.
 *
 *     node measure.mjs <scenario> <server> <seed> [short]
 */
const [scenario = '', name = '', seed = '1', short] = process.argv.slice(2)
const chosen = SCENARIOS[scenario]
if (chosen === undefined) throw new Error(`there is no scenario ${scenario}`)
const server = new Running(/** @type {import('./servers.mjs').ServerName} */ (name))
try {
  console.log(JSON.stringify(await chosen.run(server, Number(seed), short === 'short')))
} finally {
  await server.end()
}
process.exit()
