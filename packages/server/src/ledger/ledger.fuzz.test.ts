import { expect, test } from 'vitest'

import { LedgerWorld } from '../testing/ledger-world.ts'
import { fuzzSettings, random } from '../testing/random.ts'

/**
 * Several people ask for all kinds of things, from two pages each; connections break, pages ask again, the server restarts, crashes,
 * runs out of disk, and time passes. In the end all have the same ledger, and the disk has it.
 */
test(
  '[LD19] whatever happens on the way, everybody ends with the same ledger, and every command is in it once',
  { timeout: 3_600_000 },
  async () => {
    const { seed, runs } = fuzzSettings('ledger', 25)
    const counts = new Map<string, number>()
    for (let run = 0; run < runs; run++) {
      const world = await LedgerWorld.begin(random(seed + run), `PLENARY_SEED=${seed + run} PLENARY_RUNS=1`, counts)
      await world.live(150)
      await world.end()
    }
    expect(counts.get('ballot-cast')).toBeGreaterThan(0)
    process.stdout.write(`ledger: ${JSON.stringify(Object.fromEntries(counts))}\n`)
  },
)
