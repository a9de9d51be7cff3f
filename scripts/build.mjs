import { existsSync, rmSync } from 'node:fs'

import { ensureInstalled } from './install.mjs'
import { inRoot, ROOT } from './root.mjs'
import { doOnce, fingerprint } from './stamp.mjs'
import { runQuietly, tell } from './step.mjs'

/** The built server; importing it starts it. */
export const SERVER = inRoot('packages', 'server', 'dist', 'main.js')
const PAGE = inRoot('packages', 'editor', 'dist', 'page', 'index.html')
const SHARED = inRoot('packages', 'shared', 'dist', '.tsbuildinfo')
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

/** Builds the server and the page, unless they were built from the very same sources. */
export async function ensureBuilt() {
  if (![SERVER, PAGE, SHARED].every((path) => existsSync(path))) rmSync(STAMP, { force: true })
  const wanted = fingerprint(ROOT, SOURCES, (path) => !/\.test\.tsx?$/.test(path))
  await doOnce(STAMP, wanted, async (isFirst) => {
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
