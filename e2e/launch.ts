import { test as base } from '@playwright/test'

import { type Process, run } from './process.ts'

interface Fixtures {
  /** Runs a command as `run` does, and ends it with the test, however that goes. */
  readonly launch: typeof run
}

/** Tests of processes: nothing that they start outlives them. */
export const test = base.extend<Fixtures>({
  launch: async ({}, use) => {
    const launched: Process[] = []
    await use((...how) => {
      const process = run(...how)
      launched.push(process)
      return process
    })
    // Asked first, so that it can end what it has started itself.
    for (const process of launched) process.interrupt()
    await Promise.all(launched.map((process) => process.ended))
  },
})
