import { describe, expect, test } from 'vitest'

import { CORPUS, CORPUS_NOTE } from '../testing/corpus.ts'
import { MEASURES, score, type Score, total, TRUTHS } from '../testing/truth.ts'

/** How much of what a person reads in real minutes is found, and how much of what is found a person reads there too. */
const BAR = 0.95

/** `PLENARY_TRUTH=exact` asks for all of it, and so lists every difference; `PLENARY_TRUTH=<words>` does so for these files. */
const asked = process.env['PLENARY_TRUTH']

const judged = TRUTHS.flatMap((truth) => {
  const file = CORPUS.find(({ name }) => name === truth.file)
  if (file === undefined || (asked !== undefined && asked !== 'exact' && !truth.file.includes(asked))) return []
  return [{ file: truth.file, scores: score(truth, file.text) }]
})

describe(`what is understood of real minutes: ${judged.length} of ${TRUTHS.length} judged files, ${CORPUS_NOTE}`, () => {
  for (const measure of MEASURES) {
    const all = total(judged.map(({ file, scores }) => named(file, scores[measure])))
    test.runIf(judged.length > 0)(`${measure}: ${percent(all)}`, () => {
      const { right, got, wanted, missed, invented } = all
      const share = { precision: right / Math.max(1, got), recall: right / Math.max(1, wanted) }
      const isExact = missed.length + invented.length === 0
      // Of a dozen polls a single missed one is more than the bar allows.
      const isNear = invented.length === 0 && missed.length <= 1
      const isMet = asked === undefined ? isNear || Math.min(share.precision, share.recall) >= BAR : isExact
      expect(isMet ? 'met' : { ...share, missed, invented }).toBe('met')
    })
  }

  const samples = judged.filter(({ file }) => file.startsWith('seeds/'))
  test.runIf(samples.length > 0).each(samples)('everything in the sample $file', ({ scores }) => {
    const differences = MEASURES.flatMap((measure) => [...scores[measure].missed, ...scores[measure].invented])
    expect(differences).toEqual([])
  })
})

function named(file: string, score: Score): Score {
  const name = (key: string): string => `${file}: ${key}`
  return { ...score, missed: score.missed.map(name), invented: score.invented.map(name) }
}

function percent({ wanted, got, right }: Score): string {
  const share = (of: number): string => (of === 0 ? '–' : `${((right / of) * 100).toFixed(1)} %`)
  return `precision ${share(got)}, recall ${share(wanted)} (${right} right of ${got} found, ${wanted} there)`
}
