import { ensureBuilt } from './build.mjs'
import { runLine } from './child.mjs'
import { ensureInstalled } from './install.mjs'

/**
 * Runs built servers under people who write for a long time.
 *
 * @param {readonly string[]} options
 */
export async function soak(options) {
  await ensureInstalled()
  await ensureBuilt()
  const { code } = await runLine(
    ['node', 'packages/server/soak/soak.mjs', ...options].map((each) => `'${each}'`).join(' '),
  )
  if (code !== 0) process.exitCode = 1
}
