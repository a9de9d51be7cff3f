import fc from 'fast-check'
import { test } from 'vitest'
import { Keys } from '../document/keys.ts'
import { anyDocument, anyText } from '../testing/arbitrary.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { settle } from './settle.ts'
import { differing } from './verify.ts'
import { sameMinutes } from '../document/normal.ts'

const from = Number(process.env['FROM'] ?? 1), to = Number(process.env['TO'] ?? 12)
test('collect', () => {
  for (let seed = from; seed < to; seed++) {
    const ok = (document: never, text: string): string => {
      const base = process.env['BASE'] ? text : undefined
      const printed = base === undefined ? print(document) : print(document, { base })
      if (!printed.exact) return 'inexact'
      if (!sameMinutes(parse(printed.text), settle(document).document)) return 'differs'
      if (print(document, { base: printed.text }).text !== printed.text) return 'unsettled'
      return ''
    }
    const result = fc.check(fc.property(anyDocument, anyText, (document, text) => { const w = ok(document as never, text); if (w) throw new Error(w) }), { seed, numRuns: 150, interruptAfterTimeLimit: 15000 })
    if (!result.failed) { console.log(seed, 'ok'); continue }
    const [document, text] = result.counterexample!
    const want = settle(document).document
    const printed = process.env['BASE'] ? print(document, { base: text }) : print(document)
    const got = parse(printed.text)
    console.log(seed, String((result.errorInstance as Error)?.stack).split('\n').slice(0, 4).join(' | '), '\nDOC ', JSON.stringify(document.content), '\nBASE', JSON.stringify(text), '\nWANT', JSON.stringify(want.content), '\nTEXT', JSON.stringify(printed.text), printed.way, printed.exact, '\nGOT ', JSON.stringify(got.content), '\nDIFF', JSON.stringify(differing(want, got, new Keys())))
  }
}, 600000)
