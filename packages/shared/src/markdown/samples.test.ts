import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { normalise, sameMinutes } from '../document/normal.ts'
import { read } from '../document/read.ts'
import { minutesSchema } from '../document/schema.ts'
import { seedUpdate } from '../document/write.ts'
import { CORPUS_NOTE, SAMPLES } from '../testing/corpus.ts'
import { edit } from '../testing/edits.ts'
import { PATIENCE, Random, RUNS, SEED } from '../testing/random.ts'
import { readBase } from './base.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { settle } from './settle.ts'

const schema = minutesSchema()

describe(`the laws of the lens, on ${CORPUS_NOTE} (PLENARY_SEED=${SEED})`, () => {
  test(
    'nothing edited, nothing changed, also through Yjs',
    () => {
      for (const { name, text } of SAMPLES) {
        const document = parse(text)
        schema.nodeFromJSON(document).check()
        expect(normalise(document), name).toEqual(document)
        const doc = new Y.Doc()
        Y.applyUpdate(doc, seedUpdate(document))
        const printed = print(read(doc), { base: text })
        expect(printed, name).toEqual({ text, exact: true, losses: [], way: 'same' })
      }
    },
    PATIENCE,
  )

  test(
    'nothing lost without a base',
    () => {
      for (const { name, text } of some(30)) {
        const document = parse(text)
        const printed = print(document)
        expect(printed.exact, name).toBe(true)
        expect(sameMinutes(parse(printed.text), document), name).toBe(true)
      }
    },
    PATIENCE,
  )

  test(
    'one edit of any kind loses nothing and settles',
    () => {
      for (const [index, { name, text }] of some(60).entries()) checkEdits(name, text, 1, SEED + index)
    },
    PATIENCE,
  )

  test(
    'ten edits in a row lose nothing and settle',
    () => {
      for (const [index, { name, text }] of some(40).entries()) checkEdits(name, text, 10, SEED + 1000 + index)
    },
    PATIENCE,
  )

  test(
    'edits lose nothing with the base of another file',
    () => {
      const random = new Random(SEED)
      for (const [index, { name, text }] of some(10).entries()) {
        const { document } = edited(text, 3, SEED + 2000 + index)
        const other = random.pick(SAMPLES)
        const printed = print(document, { base: other.text })
        expect(printed.exact, `${name} on ${other.name}`).toBe(true)
        expect(sameMinutes(parse(printed.text), settle(document).document), `${name} on ${other.name}`).toBe(true)
      }
    },
    PATIENCE,
  )
})

/** A part of the small samples, another one for each seed, and every one with enough runs. */
function some(count: number): typeof SAMPLES {
  const random = new Random(SEED)
  return Array.from({ length: count * RUNS }, () => random.pick(SAMPLES))
}

function edited(text: string, count: number, seed: number): { document: ReturnType<typeof parse>; names: string } {
  const random = new Random(seed)
  let document = parse(text)
  const names: string[] = []
  for (let step = 0; step < count; step++) {
    const { name, document: next } = edit(document, schema, random)
    names.push(name)
    document = next
  }
  return { document, names: names.join(' ') }
}

function checkEdits(name: string, text: string, count: number, seed: number): void {
  const { document, names } = edited(text, count, seed)
  const told = `${name}: ${names} (seed ${seed})`
  const printed = print(document, { base: readBase(text) })
  expect(printed.exact, told).toBe(true)
  expect(sameMinutes(parse(printed.text), settle(document).document), told).toBe(true)
  expect(print(document, { base: printed.text }).text, told).toBe(printed.text)
}
