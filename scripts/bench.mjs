import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

import { ensureBuilt } from './build.mjs'
import { runLine } from './child.mjs'
import { ensureInstalled } from './install.mjs'
import { Refusal } from './refusal.mjs'
import { inRoot } from './root.mjs'

const ENDING = '.bench.mjs'

/**
 * Runs benches, each in a process of its own and one after the other, so that none disturbs another's numbers. They
 * import what was built: what is measured is what runs in production.
 *
 * @param {readonly string[]} rest names, such as `lens` for packages/shared/bench/lens.bench.mjs, or none for all; then
 *   options for the benches themselves
 */
export async function bench(rest) {
  const at = rest.findIndex((each) => each.startsWith('-'))
  const names = at < 0 ? rest : rest.slice(0, at)
  const options = rest.slice(names.length)

  const all = findBenches()
  const unknown = names.find((name) => !all.some((file) => nameOf(file) === name))
  if (unknown !== undefined) throw new Refusal(`There is no bench ${unknown}: there are ${all.map(nameOf).join(', ')}.`)

  await ensureInstalled()
  await ensureBuilt()
  for (const file of all.filter((each) => names.length === 0 || names.includes(nameOf(each)))) {
    console.log(`\n── ${nameOf(file)}`)
    const { code } = await runLine(['node', '--expose-gc', file, ...options].map((each) => `'${each}'`).join(' '))
    if (code !== 0) process.exitCode = 1
  }
}

function findBenches() {
  const packages = readdirSync(inRoot('packages')).map((name) => inRoot('packages', name))
  return [...packages, inRoot('e2e')]
    .map((folder) => join(folder, 'bench'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => file.endsWith(ENDING))
}

/** @param {string} file */
function nameOf(file) {
  return basename(file, ENDING)
}
