import { describe, expect, test } from 'vitest'

import type { BlockJson, DocJson, ParagraphJson } from '../document/node.ts'
import { isList } from '../document/normal.ts'
import { minutesSchema } from '../document/schema.ts'
import { CORPUS_NOTE, SAMPLES } from '../testing/corpus.ts'
import { edit } from '../testing/edits.ts'
import { HAS_JUDGE, judged, middles } from '../testing/judge.ts'
import { PATIENCE, Random, RUNS, SEED } from '../testing/random.ts'
import { align } from './align.ts'
import { readBase } from './base.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'

const schema = minutesSchema()
const note = HAS_JUDGE ? CORPUS_NOTE : `${CORPUS_NOTE}; SKIPPED: cmark-gfm is not installed`

describe(`seen from outside, on ${note} (PLENARY_SEED=${SEED})`, { timeout: PATIENCE }, () => {
  test.runIf(HAS_JUDGE)('without a base cmark-gfm reads the same from what was written', () => {
    const changed = SAMPLES.filter(({ text }) => judged(print(parse(text)).text) !== judged(text)).map(
      ({ name }) => name,
    )
    expect({ share: 1 - changed.length / SAMPLES.length, changed }).toSatisfy(({ share }) => share >= 0.98)
  })

  test.runIf(HAS_JUDGE)('after one edit cmark-gfm sees no other difference', () => {
    const random = new Random(SEED)
    const wrong: string[] = []
    let cases = 0
    for (let round = 0; round < RUNS; round++) {
      for (const { name, text } of SAMPLES) {
        const base = readBase(text)
        const before = judged(text)
        for (const [kind, change] of Object.entries(CHANGES)) {
          const document = structuredClone(base.document)
          const undo = change(document, random)
          if (undo === undefined) continue
          cases++
          const after = undo(judged(print(document, { base }).text))
          if (after !== before)
            wrong.push(
              `${name} ${kind}: ${middles(before, after)
                .map((part) => part.slice(0, 80))
                .join(' → ')}`,
            )
        }
      }
    }
    expect({ share: 1 - wrong.length / cases, wrong }).toSatisfy(({ share }) => share >= 0.995)
  })

  test('the diff of an edit is small: of its lines p50 is at most 2, p99 at most 3', () => {
    const random = new Random(SEED)
    const counts: { count: number; told: string }[] = []
    for (let round = 0; round < RUNS; round++) {
      for (const { name, text } of SAMPLES) {
        const base = readBase(text)
        for (const kind of ['word', 'checkBox', 'cell', 'newItem', 'matter']) {
          const { name: done, document } = edit(base.document, schema, random, [kind])
          if (done !== 'none')
            counts.push({ count: linesChanged(text, print(document, { base }).text), told: `${name} ${kind}` })
        }
      }
    }
    counts.sort((a, b) => a.count - b.count)
    const at = (share: number): number => counts[Math.floor(counts.length * share)]?.count ?? 0
    const worst = counts.slice(-5).map(({ count, told }) => `${told}: ${count}`)
    expect({ p50: at(0.5), p99: at(0.99), worst }).toSatisfy(({ p50, p99 }) => p50 <= 2 && p99 <= 3)
  })
})

/** Takes the trace of an edit out of what the judge read, so that only other differences are left. */
type Undo = (read: string) => string

/** Edits in place that leave an unmistakable trace; undefined when there is nothing to edit. */
const CHANGES: Readonly<Record<string, (document: DocJson, random: Random) => Undo | undefined>> = {
  word: (document, random) => {
    const texts = nodesIn(document.content).flatMap((node) => (node.type === 'paragraph' ? (node.content ?? []) : []))
    const plain = texts
      .filter((node) => node.type === 'text')
      .filter((node) => node.marks === undefined && /[a-z]{5}/.test(node.text))
    if (plain.length === 0) return undefined
    const node: { text: string } = random.pick(plain)
    const word = /[a-z]{5,}/.exec(node.text)?.[0] ?? ''
    node.text = node.text.replace(word, 'zzzzz')
    return (read) => read.replace('zzzzz', word)
  },
  paragraph: (document, random) => {
    const index = random.below(document.content.length)
    if (document.content[index]?.type === 'rawBlock' || judgedEmpty(document)) return undefined
    insert(document.content, index + 1, paragraph)
    return (read) => read.replace('<paragraph>zzzzz</paragraph>', '')
  },
  item: (document, random) => {
    const lists = nodesIn(document.content).flatMap((node) => (isList(node) ? [node] : []))
    if (lists.length === 0) return undefined
    const { content } = random.pick(lists)
    insert(content, 1 + random.below(content.length), { type: 'listItem', content: [paragraph] })
    return (read) => read.replace('<item><paragraph>zzzzz</paragraph></item>', '')
  },
}

const paragraph: ParagraphJson = { type: 'paragraph', content: [{ type: 'text', text: 'zzzzz' }] }

function judgedEmpty(document: DocJson): boolean {
  return document.content.every((block) => block.type === 'paragraph' && block.content === undefined)
}

function insert<Value>(values: readonly Value[], index: number, value: Value): void {
  ;(values as Value[]).splice(index, 0, value)
}

function nodesIn(blocks: readonly BlockJson[]): BlockJson[] {
  return blocks.flatMap((block) => {
    if (block.type === 'blockquote') return [block, ...nodesIn(block.content)]
    if (block.type === 'bulletList' || block.type === 'orderedList')
      return [block, ...block.content.flatMap((item) => nodesIn(item.content))]
    return [block]
  })
}

/** The lines that `diff` would show, removed and added. */
function linesChanged(before: string, after: string): number {
  const numbers = new Map<string, number>()
  const numbered = (text: string): number[] =>
    text.split('\n').map((line) => {
      const number = numbers.get(line) ?? numbers.size
      numbers.set(line, number)
      return number
    })
  const [old, now] = [numbered(before), numbered(after)]
  const kept = align(old, now).filter((pair) => pair >= 0).length
  return old.length + now.length - 2 * kept
}
