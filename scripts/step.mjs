import { rmSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'

import { runLine } from './child.mjs'
import { Refusal } from './refusal.mjs'
import { inRoot } from './root.mjs'

/**
 * Runs a quiet line: its output goes to a log, and only if it fails.
 *
 * @param {string} line
 * @param {{ what: string, hint: (output: string) => string, env?: NodeJS.ProcessEnv }} options
 *   what: as the sentence names it, such as "Installing"; hint: what to do, from what the line said; env: added to ours
 */
export async function runQuietly(line, { what, hint, env }) {
  const log = inRoot(`${what.toLowerCase()}.log`)
  // NODE_ENV is for the server: with `production` pnpm would leave out the compiler, with another Vite would build a slow page.
  const { NODE_ENV: _, ...ours } = process.env
  const { code, output } = await runLine(line, { output: 'kept', env: { ...ours, ...env, NO_COLOR: '1' } })
  if (code === 0) {
    rmSync(log, { force: true })
    return
  }
  writeFileSync(log, output)
  throw new Refusal(`${what} failed: ${hint(output)} The log is in ${relative(process.cwd(), log)}.`)
}

/**
 * Says what is being done, and how long it took. Not on the standard output: that is for what was asked for.
 *
 * @param {string} sentence
 * @param {() => Promise<void>} work
 */
export async function tell(sentence, work) {
  const started = performance.now()
  console.error(`${sentence} …`)
  await work()
  console.error(`Done in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}
