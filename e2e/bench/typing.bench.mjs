import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'

import { ensureBrowser } from '../../scripts/browser.mjs'
import { startHocuspocus } from './hocuspocus.mjs'
import { buildPeer } from './peer.mjs'
import { report, toVerdict } from './report.mjs'
import { beginResults, findMissing, isWhole, PARTS, writeResults } from './results.mjs'
import { runCosts, runRounds, runSizes } from './run.mjs'
import { startServer } from './server.mjs'
import { describeSetting } from './setting.mjs'
import { undisturbed } from './strangers.mjs'
import { startYWebsocket } from './y-websocket.mjs'

// How a long note feels under many hands: `node e2e/bench/typing.bench.mjs`, with a built server and page. README.md says how
// it measures, and what the options are.

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    'slow-rounds': { type: 'string', default: '3' },
    only: { type: 'string', default: PARTS.join(',') },
    save: { type: 'boolean', default: false },
    anyway: { type: 'boolean', default: false },
  },
})
if (values.anyway && values.save) throw new Error('--anyway is for trying the bench out: what it finds is not saved')
const rounds = Number(values.rounds)
const parts = values.only.split(',').map((name) => {
  const part = PARTS.find((each) => each === name)
  if (part === undefined) throw new Error(`--only takes some of ${PARTS.join(',')}, and not ${name}`)
  return part
})

const browser = await ensureBrowser()
const results = await beginResults(await describeSetting(browser), parts)
const write = () => writeResults(results, values.save)
const keep = async (/** @type {import('./results.mjs').Sample} */ sample) => {
  results.samples.push(sample)
  await write()
}

await buildPeer()
const server = await startServer()
const peers = { hocuspocus: await startHocuspocus(), 'y-websocket': await startYWebsocket() }
const bench = {
  server,
  peers,
  browser,
  undisturbed: values.anyway ? measureAnyway : undisturbed,
  say: console.log,
}

try {
  if (parts.includes('full')) await runRounds(bench, { slowdown: 1, rounds }, keep)
  if (parts.includes('slow')) await runRounds(bench, { slowdown: 4, rounds: Number(values['slow-rounds']) }, keep)
  if (parts.includes('costs')) results.costs = await runCosts(bench, Math.min(rounds, 3))
  await write()
  if (parts.includes('sizes')) results.sizes = await runSizes(bench)
  await write()
  await tell()
} finally {
  await Promise.all([server, ...Object.values(peers)].map((each) => each.close()))
}

async function tell() {
  if (!isWhole(results)) throw new Error(`there is nothing to report without ${findMissing(results).join(', ')}`)
  const text = report(results)
  console.log(`\n${text}`)
  if (values.save) await writeFile(new URL('RESULTS.md', import.meta.url), text)
  if (!toVerdict(results).isMet) process.exitCode = 1
}

/** @type {import('./strangers.mjs').Undisturbed} */
function measureAnyway(measure) {
  return measure()
}
