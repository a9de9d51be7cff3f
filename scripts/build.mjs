import { rmSync } from 'node:fs'

import { ensureInstalled } from './install.mjs'
import { inRoot, ROOT } from './root.mjs'
import { doOnce, fingerprint } from './stamp.mjs'
import { runQuietly, tell } from './step.mjs'

/** The built server; importing it starts it. */
export const SERVER = inRoot('packages', 'server', 'dist', 'main.js')
/** The built command `plenary`; importing it runs what the arguments of this process say. */
export const CLI = inRoot('packages', 'server', 'dist', 'cli', 'plenary.js')
const STAMP = inRoot('packages', 'server', 'dist', '.plenary-built')

const SOURCES = [
  'pnpm-lock.yaml',
  'tsconfig.base.json',
  ...['shared', 'server', 'editor'].flatMap((name) => [
    `packages/${name}/src`,
    `packages/${name}/public`,
    `packages/${name}/index.html`,
    `packages/${name}/package.json`,
    `packages/${name}/tsconfig.json`,
    `packages/${name}/vite.config.ts`,
  ]),
]

// The compiler's notes name each source by its hash, the page its scripts by theirs. The compiler also runs by itself, to watch
// and to check types: then these change with it.
const OUTPUTS = [
  'packages/shared/dist/.tsbuildinfo',
  'packages/server/dist/.tsbuildinfo',
  'packages/server/dist/main.js',
  'packages/server/dist/cli/plenary.js',
  'packages/editor/dist/page/index.html',
]

/** Builds the server and the page, unless they were built from the very same sources. */
export async function ensureBuilt() {
  const prints = {
    input: fingerprint(ROOT, SOURCES, (path) => !/\.test\.tsx?$/.test(path)),
    output: () => fingerprint(ROOT, OUTPUTS),
  }
  await doOnce(STAMP, prints, async (isFirst) => {
    await tell('Building', async () => {
      // Without a stamp the last build may have been cut short, so nothing of it is trusted.
      await runQuietly(`tsc -b ${isFirst ? '--force ' : ''}packages/shared packages/server`, {
        what: 'Building',
        hint: firstError,
      })
      await runQuietly('vite build packages/editor', { what: 'Building', hint: firstError })
    })
  })
}

/** Builds the server and the page in any case. */
export async function buildAnew() {
  await ensureInstalled()
  rmSync(STAMP, { force: true })
  await ensureBuilt()
}

/**
 * The line that names the first error: the compiler's, or the one in brackets of the bundler.
 *
 * @param {string} output
 */
export function firstError(output) {
  const lines = output.split('\n').map((line) => line.trim())
  const line =
    lines.find((each) => /error TS\d|^\[[A-Z_]+\]/.test(each)) ?? lines.find((each) => /error: ./i.test(each))
  return line?.replace(/\.?$/, '.') ?? 'the compiler said nothing.'
}
