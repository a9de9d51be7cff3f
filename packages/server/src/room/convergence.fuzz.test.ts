import { expect, test } from 'vitest'

import { fuzzSettings, random } from '../testing/random.ts'
import { World } from '../testing/world.ts'

/**
 * Several people write, lose their connections, reload; the server compacts, stops, crashes, runs out of disk. In the end
 * all have the same minutes, and these are what all of the edits ever made come to, each once.
 */
test(
  '[RM11] whatever happens on the way, everybody ends with the same minutes and nothing is lost or doubled',
  { timeout: 3_600_000 },
  async () => {
    const { seed, runs } = fuzzSettings('convergence', 40)
    const counts = new Map<string, number>()
    for (let run = 0; run < runs; run++) {
      const world = await World.begin(random(seed + run), `PLENARY_SEED=${seed + run} PLENARY_RUNS=1`, counts)
      await world.live(150)
      await world.end()
    }
    expect(counts.get('words at the end')).toBeGreaterThan(0)
    process.stdout.write(`convergence: ${JSON.stringify(Object.fromEntries(counts))}\n`)
  },
)
