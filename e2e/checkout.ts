import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { test as base } from './launch.ts'
import { ROOT } from './process.ts'

/** A copy of the checkout as somebody clones it, whose sources may be changed. */
export const test = base.extend<{ readonly copy: string }>({
  copy: async ({}, use) => {
    const copy = await realpath(await mkdtemp(join(tmpdir(), 'plenary-copy-')))
    for (const file of sources()) await cp(join(ROOT, file), join(copy, file), { recursive: true })
    await use(copy)
    await rm(copy, { recursive: true, force: true })
  },
})

/** What git knows or would know: neither what is installed nor what is built. */
function sources(): string[] {
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (listed.status !== 0) throw new Error(`git does not list the sources: ${listed.stderr}`)
  return listed.stdout.split('\0').filter((file) => file !== '')
}
