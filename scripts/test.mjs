import { ensureBrowser } from './browser.mjs'
import { buildAnew } from './build.mjs'
import { add, countPlaywright, countVitest, describe } from './count.mjs'
import { canUseApt, findOnPath, installWithApt } from './executable.mjs'
import { ensureInstalled } from './install.mjs'
import { Refusal } from './refusal.mjs'
import { inRoot, manifest } from './root.mjs'
import { check, one, suite } from './stage.mjs'

/** @typedef {import('./stage.mjs').Stage} Stage */

const { scripts } = manifest

/** @type {readonly Stage[]} */
const STAGES = [
  check('types', `${scripts['types']}`),
  check('lint', `${scripts['lint']}`),
  check('format', `${scripts['format:check']}`),
  suite('unit', {
    line: `${scripts['unit']} --reporter=default --reporter=json --outputFile.json=test-results/unit.json`,
    report: inRoot('test-results', 'unit.json'),
    count: countVitest,
  }),
  { name: 'build', run: () => buildAnew().then(() => one(true)) },
  suite('browser', {
    line: `${scripts['e2e']} --reporter=list,json`,
    report: inRoot('test-results', 'browser.json'),
    count: countPlaywright,
    env: async (report) => ({ CHROMIUM_PATH: await ensureBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  }),
]

/** Runs everything, whatever fails on the way, and ends with one line that counts it. */
export async function test() {
  await ensureInstalled()
  await offerReferenceParser()

  const results = []
  for (const stage of STAGES) results.push(await time(stage))

  const total = add(results.map((result) => result.count))
  console.log(`\n${results.map((result) => result.line).join('\n')}\n\n${describe(total)}`)
  process.exitCode = total.failed > 0 ? 1 : 0
}

/** @param {Stage} stage */
async function time({ name, run }) {
  console.log(`\n── ${name}`)
  const started = performance.now()
  const count = await runSafely(run)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  return { count, line: `${name.padEnd(8)} ${`${seconds} s`.padStart(8)}  ${describe(count)}` }
}

/** A stage that cannot even begin says why and counts as failed; the others still run. */
/** @param {Stage['run']} run */
async function runSafely(run) {
  try {
    return await run()
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    return one(false)
  }
}

/** The lens is also judged by a parser that is not ours; its tests say aloud when they have to do without. */
async function offerReferenceParser() {
  if (findOnPath(['cmark-gfm']) === undefined && canUseApt()) await installWithApt(['cmark-gfm'])
}
