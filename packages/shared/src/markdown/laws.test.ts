import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { normalise, sameMinutes } from '../document/normal.ts'
import { minutesSchema } from '../document/schema.ts'
import { anyDocument, anyText } from '../testing/arbitrary.ts'
import { withoutIdentity } from '../testing/identity.ts'
import { PATIENCE, RUNS, SEED } from '../testing/random.ts'
import { PLAIN_HABITS } from './habits.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { settle } from './settle.ts'

/** The laws of DESIGN, for documents and texts that no person would write. A failure prints its seed and its smallest case. */
const options = { seed: SEED, numRuns: Math.ceil(100 * RUNS), interruptAfterTimeLimit: PATIENCE / 4 }
const schema = minutesSchema()

describe(`the laws of the lens, on generated documents and texts (PLENARY_SEED=${SEED})`, { timeout: PATIENCE }, () => {
  test('every text parses to a document of the schema, which is in normal form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = parse(text)
        schema.nodeFromJSON(document).check()
        expect(normalise(document)).toEqual(document)
        expect(sameMinutes(settle(document).document, document)).toBe(true)
      }),
      options,
    )
  })

  test('the normal form of any document is its own normal form', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        schema.nodeFromJSON(document).check()
        const settled = settle(document).document
        expect(normalise(settled)).toEqual(settled)
        expect(settle(settled).document).toEqual(settled)
      }),
      options,
    )
  })

  test('nothing edited, nothing changed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(print(parse(text), { base: text }).text).toBe(text)
      }),
      options,
    )
  })

  test('nothing lost in tables without blanks', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const habits = { ...PLAIN_HABITS, isTableTight: true }
        expect(print(document, { habits })).toMatchObject({ exact: true })
      }),
      options,
    )
  })

  test('nothing lost without a base', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const printed = print(document)
        expect(printed).toMatchObject({ exact: true })
        expect(parse(printed.text)).toEqual(withoutSpread(settle(document).document, parse(printed.text)))
      }),
      options,
    )
  })

  test('who a block is changes no byte', () => {
    fc.assert(
      fc.property(anyDocument, anyText, (document, base) => {
        expect(print(document, { base })).toEqual(print(withoutIdentity(document), { base }))
        expect(sameMinutes(document, withoutIdentity(document))).toBe(true)
        expect(withoutIdentity(settle(document).document)).toEqual(settle(withoutIdentity(document)).document)
      }),
      options,
    )
  })

  test('nothing lost with any base, and settled', () => {
    fc.assert(
      fc.property(anyDocument, anyText, anyDocument, fc.boolean(), (document, text, other, isText) => {
        const base = isText ? text : print(other).text
        const printed = print(document, { base })
        expect(printed).toMatchObject({ exact: true })
        expect(sameMinutes(parse(printed.text), settle(document).document)).toBe(true)
        expect(print(document, { base: printed.text }).text).toBe(printed.text)
      }),
      options,
    )
  })
})

/** The wanted document, when it is the same minutes as the one that was read: how lists are spaced is not compared. */
function withoutSpread<Document extends ReturnType<typeof parse>>(wanted: Document, got: Document): Document {
  return sameMinutes(wanted, got) ? got : wanted
}
