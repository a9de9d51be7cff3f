import { describe, expect, test } from 'vitest'

import { CORPUS, CORPUS_NOTE } from '../testing/corpus.ts'
import { samplesOf, STYLE_NAMES } from '../testing/style-samples.ts'
import { inferStyle } from './infer/infer.ts'
import { SHIPPED } from './shipped.ts'

/**
 * What was corrected by hand, and why: `old`, the files at hand are older than the group's present form; `few`, they are too few to show
 * it; `words`, what they show is a sentence, and a style holds none; `taste`, both are in use.
 */
const CORRECTED: Readonly<
  Record<(typeof STYLE_NAMES)[number], Readonly<Record<string, 'old' | 'few' | 'words' | 'taste'>>>
> = {
  'node-tsc': {
    'title.usual': 'old',
    footer: 'words',
    'sections.body': 'words',
    'agenda.example': 'few',
  },
  parsec: {
    // Three of the five files hold a broken emoji.
    'title.pattern': 'few',
    opening: 'words',
    'attendance.entry': 'old',
    'agenda.isNestedOrdered': 'few',
  },
  'sig-registries': {
    title: 'taste',
    sections: 'taste',
    'agenda.example': 'few',
    'notes.topicLevel': 'few',
    'speaker.frame': 'taste',
    action: 'few',
  },
  tc39: {
    title: 'old',
    opening: 'old',
    sections: 'old',
    attendance: 'old',
    action: 'few',
    decision: 'old',
    'writing.bullet': 'old',
    'writing.rule': 'old',
  },
  unikraft: { matter: 'words', 'writing.delimiter': 'few' },
  w3c: {
    fileName: 'few',
    title: 'taste',
    sections: 'taste',
    'speaker.goesOn': 'few',
    action: 'few',
    decision: 'few',
    'writing.isBackslashBreak': 'taste',
  },
  'wasm-cg': { fileName: 'few', opening: 'few', sections: 'words', 'writing.isTableTight': 'old' },
}

describe(`the styles that come along, inferred again from ${CORPUS_NOTE}`, () => {
  for (const name of STYLE_NAMES) {
    const samples = samplesOf(name)
    // The corpus has its files under other names.
    const inferred = inferStyle(samples.map(({ text }) => text))
    const shipped = leavesOf({ ...SHIPPED[name], name: inferred.name })
    const found = leavesOf(inferred)
    const different = [...shipped].filter(([path, value]) => found.get(path) !== value).map(([path]) => path)
    const share = 100 * (1 - different.length / shipped.size)
    test.runIf(samples.length > 0)(
      `${name}: ${samples.length} files agree in ${share.toFixed(0)} % of its ${shipped.size} values, and differ only where corrected by hand`,
      () => {
        const corrected = Object.keys(CORRECTED[name])
        const isCorrected = (path: string): boolean =>
          corrected.some((each) => path === each || path.startsWith(`${each}.`) || path.replace(/\.\d+/g, '') === each)
        expect(different.filter((path) => !isCorrected(path))).toEqual([])
      },
    )
  }

  test('hold no sentence of any file', () => {
    const texts = CORPUS.map(({ text }) => text.replace(/\s+/g, ' '))
    const words = STYLE_NAMES.flatMap((name) => [...leavesOf(SHIPPED[name]).values()].map(String))
    const sentences = words.filter((value) => /[.!?]["*_]*$/.test(value) && value.split(/\s+/).length > 7)
    expect(sentences.filter((sentence) => texts.some((text) => text.includes(sentence)))).toEqual([])
  })
})

/** Every value with the path to it. */
function leavesOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]])
  const inner = Object.entries(value).flatMap(([name, each]) => [
    ...leavesOf(each, path === '' ? name : `${path}.${name}`),
  ])
  return new Map(inner)
}
