import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { CLI, ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'

/**
 * Says what is understood of files of minutes, after building what is missing.
 *
 * @param {readonly string[]} args
 */
export async function check(args) {
  await ensureInstalled()
  await ensureBuilt()
  const [code] = await once(spawn(process.execPath, [CLI, 'check', ...args], { stdio: 'inherit' }), 'close')
  process.exitCode = code ?? 1
}
