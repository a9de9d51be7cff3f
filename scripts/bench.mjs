import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { ensureBuilt } from './build.mjs'
import { runLine } from './child.mjs'
import { ensureInstalled } from './install.mjs'
import { Refusal } from './refusal.mjs'
import { inRoot } from './root.mjs'

/** One in JavaScript runs as it stands. */
const ENDING = /\.bench\.(ts|mjs)$/

/**
 * Runs the benches, each in a process of its own, one after the other so that none disturbs another's numbers.
 *
 * @param {readonly string[]} names such as `lens` for packages/shared/bench/lens.bench.ts; none: all of them
 */
export async function bench(names) {
  const all = findBenches()
  const unknown = names.find((name) => !all.some((file) => nameOf(file) === name))
  if (unknown !== undefined) throw new Refusal(`There is no bench ${unknown}: there are ${all.map(nameOf).join(', ')}.`)

  await ensureInstalled()
  await ensureBuilt()
  for (const file of all.filter((each) => names.length === 0 || names.includes(nameOf(each)))) {
    console.log(`\n── ${nameOf(file)}`)
    const program = file.endsWith('.ts') ? await translate(file) : file
    const { code } = await runLine(`node --expose-gc ${program}`)
    if (program !== file) rmSync(program)
    if (code !== 0) process.exitCode = 1
  }
}

function findBenches() {
  const folders = [...readdirSync(inRoot('packages')).map((name) => inRoot('packages', name)), inRoot('e2e')]
  return folders
    .map((folder) => join(folder, 'bench'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => ENDING.test(file))
}

/** @param {string} file */
function nameOf(file) {
  return basename(file).replace(ENDING, '')
}

/**
 * Node 20 cannot run TypeScript. The bench and what it imports by a path become one plain file beside it; packages, our
 * own built ones included, stay imports. So what is measured is what runs in production.
 *
 * @param {string} file
 * @returns {Promise<string>} the file to run
 */
async function translate(file) {
  const { build } = await import('vite')
  const name = `.${nameOf(file)}.mjs`
  await build({
    configFile: false,
    logLevel: 'error',
    root: dirname(file),
    build: {
      ssr: file,
      target: 'node20',
      outDir: dirname(file),
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { external: /^[^./]/, output: { entryFileNames: name } },
    },
  })
  return join(dirname(file), name)
}
