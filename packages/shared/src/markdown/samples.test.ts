import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import type { DocJson } from '../document/node.ts'
import { normalise, sameMinutes } from '../document/normal.ts'
import { read } from '../document/read.ts'
import { minutesSchema } from '../document/schema.ts'
import { seedUpdate } from '../document/write.ts'
import { CORPUS_NOTE, SAMPLES } from '../testing/corpus.ts'
import { edit } from '../testing/edits.ts'
import { identified } from '../testing/identity.ts'
import { PATIENCE, Random, RUNS, SEED } from '../testing/random.ts'
import { readBase } from './base.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { settle } from './settle.ts'

const schema = minutesSchema()

describe(`the laws of the lens, on ${CORPUS_NOTE} (PLENARY_SEED=${SEED})`, { timeout: PATIENCE }, () => {
  test('nothing edited, nothing changed, also through Yjs', () => {
    for (const { name, text } of SAMPLES) {
      const document = parse(text)
      schema.nodeFromJSON(document).check()
      expect({ name, document: normalise(document) }).toEqual({ name, document })
      const doc = new Y.Doc()
      Y.applyUpdate(doc, seedUpdate(document))
      const printed = print(read(doc), { base: text })
      expect({ name, ...printed }).toEqual({ name, text, exact: true, losses: [], way: 'same' })
    }
  })

  test('blocks with an identity print the same text, and keep it in normal form', () => {
    for (const { name, text } of some(30)) {
      const document = identified(parse(text))
      const printed = print(document, { base: text })
      expect({ name, ...printed }).toEqual({ name, text, exact: true, losses: [], way: 'same' })
      expect(settle(document).document).toEqual(document)
    }
  })

  test('nothing lost without a base', () => {
    for (const { name, text } of some(30)) {
      const document = parse(text)
      const { text: written, exact } = print(document)
      const isSame = sameMinutes(parse(written), document)
      expect({ name, exact, isSame }).toEqual({ name, exact: true, isSame: true })
    }
  })

  test('one edit of any kind loses nothing and settles', () => {
    for (const [index, { name, text }] of some(60).entries()) {
      const { document, names } = edited(text, 1, SEED + index)
      expect(faults(document, text, `${name}: ${names} (seed ${SEED + index})`)).toEqual([])
    }
  })

  test('ten edits in a row lose nothing and settle', () => {
    for (const [index, { name, text }] of some(40).entries()) {
      const { document, names } = edited(text, 10, SEED + 1000 + index)
      expect(faults(document, text, `${name}: ${names} (seed ${SEED + 1000 + index})`)).toEqual([])
    }
  })

  test('edits lose nothing with the base of another file', () => {
    const random = new Random(SEED)
    for (const [index, { name, text }] of some(10).entries()) {
      const { document, names } = edited(text, 3, SEED + 2000 + index)
      const other = random.pick(SAMPLES)
      const told = `${name} on ${other.name}: ${names} (seed ${SEED + 2000 + index})`
      expect(faults(document, other.text, told)).toEqual([])
    }
  })
})

/** As many samples, other ones for each seed. */
function some(count: number): typeof SAMPLES {
  const random = new Random(SEED)
  return Array.from({ length: Math.ceil(count * RUNS) }, () => random.pick(SAMPLES))
}

function edited(text: string, count: number, seed: number): { document: DocJson; names: string } {
  const random = new Random(seed)
  let document = random.chance(0.5) ? identified(parse(text)) : parse(text)
  const names: string[] = []
  for (let step = 0; step < count; step++) {
    const { name, document: next } = edit(document, schema, random)
    names.push(name)
    document = next
  }
  return { document, names: names.join(' ') }
}

/** The laws that printing this document on this base breaks, each with what to run to see it again. */
function faults(document: DocJson, text: string, told: string): string[] {
  const printed = print(document, { base: readBase(text) })
  const isSame = sameMinutes(parse(printed.text), settle(document).document)
  const isSettled = print(document, { base: printed.text }).text === printed.text
  return [
    ...(printed.exact ? [] : [`is not exact: ${told}`]),
    ...(isSame ? [] : [`reads back differently: ${told}`]),
    ...(isSettled ? [] : [`does not settle: ${told}`]),
  ]
}
