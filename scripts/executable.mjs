import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

import { runLine } from './child.mjs'

/**
 * The first of these programs that is on the PATH.
 *
 * @param {readonly string[]} names
 * @param {string} [path]
 * @returns {string | undefined} its absolute path
 */
export function findOnPath(names, path = process.env['PATH'] ?? '') {
  return names.flatMap((name) => path.split(delimiter).map((folder) => join(folder, name))).find(isExecutable)
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    // Not there, or not ours to run: both mean no.
    return false
  }
}

/** On a Debian where we are root, as in most containers, missing programs can be installed without asking. */
export function canUseApt() {
  return process.getuid?.() === 0 && findOnPath(['apt-get']) !== undefined
}

/**
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} whether they are there now
 */
export async function installWithApt(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const line = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
  return (await runLine(line, { env, output: 'kept', minutes: 5 })).code === 0
}
