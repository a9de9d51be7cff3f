import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'

import { ensureBrowser } from '../../scripts/browser.mjs'
import { buildPeer, startPeerServer } from './peer.mjs'
import { report, toVerdict } from './report.mjs'
import { runCosts, runRounds, runSizes } from './run.mjs'
import { startServer } from './server.mjs'
import { describeSetting } from './setting.mjs'

// How a long note feels under many hands: `node e2e/bench/typing.bench.mjs`, with a built server and page. README.md says how
// it measures. `--save` writes RESULTS.md and results.json; `--rounds 1` is a quick look; with `--rounds 0` only the slow processor is
// measured anew, beside what results.json has of the full speed.

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    'slow-rounds': { type: 'string', default: '3' },
    save: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const slowRounds = Number(values['slow-rounds'])

const browser = await ensureBrowser()
await buildPeer()
const server = await startServer()
const peer = await startPeerServer()
const bench = { server, peer, browser, say: console.log }

try {
  const setting = await describeSetting(browser)
  const kept = rounds === 0 ? await before() : undefined
  const samples = [
    ...(kept?.samples.filter(({ slowdown }) => slowdown === 1) ?? (await runRounds(bench, { slowdown: 1, rounds }))),
    ...(await runRounds(bench, { slowdown: 4, rounds: slowRounds })),
  ]
  const costs = kept?.costs ?? (await runCosts(bench, Math.min(rounds, 3)))
  const fullSpeed = kept?.setting.fullSpeed ?? kept?.setting.date ?? setting.date
  const results = { setting: { ...setting, fullSpeed }, samples, costs, sizes: await runSizes(bench) }

  const text = report(results)
  console.log(`\n${text}`)
  if (values.save) {
    await writeFile(new URL('RESULTS.md', import.meta.url), text)
    await writeFile(new URL('results.json', import.meta.url), `${JSON.stringify(results, undefined, 2)}\n`)
  }
  if (!toVerdict(results).isMet) process.exitCode = 1
} finally {
  await peer.close()
  await server.close()
}

/** @returns {Promise<import('./report.mjs').Results>} */
async function before() {
  return JSON.parse(await readFile(new URL('results.json', import.meta.url), 'utf8'))
}
