import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { CLI, ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'

/**
 * Runs a command of the built `plenary`, after building what is missing.
 *
 * @param {'check' | 'verify' | 'backup' | 'restore' | 'invite' | 'token'} command
 * @param {readonly string[]} args
 */
export async function runBuilt(command, args) {
  await ensureInstalled()
  await ensureBuilt()
  const [code] = await once(spawn(process.execPath, [CLI, command, ...args], { stdio: 'inherit' }), 'close')
  process.exitCode = code ?? 1
}
