import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { minutesSchema } from '../document/schema.ts'
import { parse } from '../markdown/parse.ts'
import { anyDocument, anyText } from '../testing/arbitrary.ts'
import { CORPUS_NOTE, SAMPLES } from '../testing/corpus.ts'
import { edit } from '../testing/edits.ts'
import { PATIENCE, Random, RUNS, SEED } from '../testing/random.ts'
import { carriersOf, holderAt } from './carriers.ts'
import { identify } from './identify.ts'
import { understand } from './understand.ts'

const schema = minutesSchema()
const options = { seed: SEED, numRuns: Math.ceil(100 * RUNS), interruptAfterTimeLimit: PATIENCE / 4 }

/** Whether there is an answer at all: what is right, the table of truth says. */
describe(`understanding is total, on ${CORPUS_NOTE} (PLENARY_SEED=${SEED})`, { timeout: PATIENCE }, () => {
  test('of any document that the schema allows, and of any text', () => {
    fc.assert(
      fc.property(anyDocument, anyText, (document, text) => {
        expect(understand(document)).toBeDefined()
        expect(understand(parse(text))).toBeDefined()
      }),
      options,
    )
  })

  test('of real minutes that people edit, where all that is found stands on a block that can have an id', () => {
    const random = new Random(SEED)
    for (let round = 0; round < 40 * RUNS; round++) {
      const { name, text } = random.pick(SAMPLES)
      let document = parse(text)
      for (let step = 0; step < 4; step++) document = edit(document, schema, random).document
      const found = carriersOf(understand(document)).map(({ path }) => holderAt(document, path)?.node.type)
      expect({ name, round, homeless: found.filter((type) => type === undefined) }).toEqual({
        name,
        round,
        homeless: [],
      })
      // Once each has its id, each knows it.
      const known = carriersOf(understand(identify(document, () => 'id')))
      expect({ name, round, nameless: known.filter(({ id }) => id === null) }).toEqual({ name, round, nameless: [] })
    }
  })
})
