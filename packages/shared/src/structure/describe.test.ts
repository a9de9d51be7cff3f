import { describe as suite, expect, test, vi } from 'vitest'

import type { BlockJson, DocJson, NodeJson } from '../document/index.ts'
import { minutesSchema } from '../document/schema.ts'
import { linesOf, parse, print, settle } from '../markdown/index.ts'
import { CORPUS_NOTE, SAMPLES } from '../testing/corpus.ts'
import { edit } from '../testing/edits.ts'
import { PATIENCE, Random, RUNS, SEED } from '../testing/random.ts'
import { faultsOf } from '../testing/schema.ts'
import { describe, describeText } from './describe.ts'

/** Every line that begins with `!` is an action: the recognisers themselves are not what is looked at here. */
vi.mock('../blocks/action/recognise.ts', async () => {
  const { actionOf } = await import('../testing/understanding.ts')
  const { spanIn, viewOf } = await import('../blocks/reading/index.ts')
  return {
    recogniseActions: ({ view }: { view: ReturnType<typeof viewOf> }) =>
      view.lines.flatMap((line) => {
        const { path, row, id, text } = line
        if (!text.startsWith('!')) return []
        const carrier = { path, row, id, isSaid: false }
        return [actionOf(path, text, { carrier, text: { value: text, at: spanIn(line, 1) } })]
      }),
  }
})

const schema = minutesSchema()
const about = { id: 'm', name: 'M' }

/** `id text line` of every action. */
function actionsOf(document: DocJson, text: string): string[] {
  return describe(document, text, about).structure.actions.map(({ id, text, line }) => `${id} ${text} ${line}`)
}

const TEXT = [
  '---',
  'title: Call',
  '---',
  '',
  '! one',
  'between `code',
  'of two lines`',
  '! two',
  '',
  '- ! three\\',
  '  ! four',
  '',
  '| ! five | b |',
  '| ------ | - |',
  '| c | ! six |',
  '',
]

suite('the lines of what is understood', () => {
  test.each([
    ['\n', ''],
    ['\r\n', '\uFEFF'],
  ])('are those of the text (%j, %j)', (end, mark) => {
    const text = mark + TEXT.join(end)
    const lines = describeText(text, about).structure.actions.map(({ text, line }) => `${text} ${line}`)
    expect(lines).toEqual(['! one 5', '! two 8', '! three 10', '! four 11', '! five 13', '! six 15'])
  })

  test('are those of the exported text, with the ids of the document', () => {
    const text = TEXT.join('\r\n')
    const [matter, first, ...rest] = parse(text).content as [BlockJson, BlockJson, ...BlockJson[]]
    const known = { ...first, attrs: { id: 'abc', role: 'action' } } as BlockJson
    const heading = { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Call' }] } as const
    // An empty paragraph is in no file: the paths of the document are not those of the text.
    const document: DocJson = { type: 'doc', content: [matter, { type: 'paragraph' }, heading, known, ...rest] }
    const printed = print(document, { base: text })
    expect(printed.exact).toBe(true)
    expect(actionsOf(document, printed.text).slice(0, 2)).toEqual(['abc ! one 7', 'abc-2 ! two 10'])
    const lines = printed.text.split('\r\n')
    for (const { text, line } of describe(document, printed.text, about).structure.actions) {
      expect(lines[line - 1]).toContain(text)
    }
  })

  test('are said of what is left open too', () => {
    const { problems } = describeText('# A\n\n! one\n', about)
    expect(problems).toMatchObject([{ kind: 'action-without-owner', line: 3 }])
  })
})

suite(`every place has its line, on ${CORPUS_NOTE} (PLENARY_SEED=${SEED})`, { timeout: PATIENCE }, () => {
  test('after any edits, to the word', () => {
    const random = new Random(SEED)
    for (let round = 0; round < 40 * RUNS; round++) {
      const { name, text } = random.pick(SAMPLES)
      let document = parse(text)
      for (let step = 0; step < 4; step++) document = edit(document, schema, random).document
      const printed = print(document, { base: text }).text
      const { lineOf } = linesOf(printed)
      const wrong = uniqueWords(settle(document).document, printed).filter(({ place, line }) => lineOf(place) !== line)
      expect({ name, round, wrong: wrong.slice(0, 3) }).toEqual({ name, round, wrong: [] })
    }
  })

  test('and what is understood of every file fits the schema', () => {
    for (const { name, text } of SAMPLES) {
      const { structure } = describeText(text, { id: name, name })
      expect({ name, faults: faultsOf(structure) }).toEqual({ name, faults: [] })
    }
  })
})

test('the schema refuses what is no meeting', () => {
  const { structure } = describeText('! one\n', about)
  expect(faultsOf(structure)).toEqual([])
  expect(faultsOf({ ...structure, date: 'tomorrow' })).not.toEqual([])
  expect(faultsOf({ ...structure, actions: [{ text: 'x' }] })).not.toEqual([])
  expect(faultsOf({ ...structure, tags: undefined })).not.toEqual([])
})

interface Word {
  readonly word: string
  readonly place: { readonly path: readonly number[]; readonly from: number }
  readonly line: number
}

/** Words of plain text that stand only once in the printed text: so there is no doubt on which line. */
function uniqueWords(document: DocJson, printed: string): Word[] {
  const lines = printed.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const once = new Map<string, number>()
  lines.forEach((line, index) => {
    for (const [word] of line.matchAll(/[\p{L}\p{N}]{3,}/gu)) once.set(word, once.has(word) ? 0 : index + 1)
  })
  return wordsIn(document, []).flatMap(({ word, place }) => {
    const line = once.get(word) ?? 0
    return line > 0 ? [{ word, place, line }] : []
  })
}

function wordsIn(node: NodeJson, path: readonly number[]): Omit<Word, 'line'>[] {
  const children = ('content' in node ? (node.content ?? []) : []) as readonly NodeJson[]
  if (node.type === 'codeBlock' || (node.type === 'rawBlock' && node.attrs.kind !== 'yaml')) return []
  let from = 0
  return children.flatMap((child, index) => {
    const start = from
    from += child.type === 'text' ? child.text.length : 1
    if (child.type !== 'text') return wordsIn(child, [...path, index])
    if (child.marks?.some(({ type }) => type === 'raw' || type === 'code' || type === 'link')) return []
    return [...child.text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]{3,}(?![\p{L}\p{N}])/gu)].map((match) => ({
      word: match[0],
      place: { path, from: start + match.index },
    }))
  })
}
