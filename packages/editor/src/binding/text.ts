import type { Node } from '@tiptap/pm/model'
import { simpleDiffString } from 'lib0/diff'
import * as Y from 'yjs'

import { type Formats, type Run, runsOf } from './rendering.ts'

/** Whether neighbouring Yjs texts read the same, marks included, as neighbouring text nodes. */
export function sameText(texts: readonly Y.XmlText[], nodes: readonly Node[]): boolean {
  const [before, after] = [texts.flatMap(runsOf), nodes.map(runOf)]
  return textOf(before) === textOf(after) && changedFormats(before, after).length === 0
}

export function createText(nodes: readonly Node[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(nodes.map(runOf).map((run) => ({ insert: run.text, attributes: run.formats })))
  return text
}

export function clearText(texts: readonly Y.XmlText[]): void {
  for (const text of texts) if (text.length > 0) text.delete(0, text.length)
}

/** Changes the characters and marks of `texts` to those of `nodes`, and nothing that is already so. */
export function writeText(texts: readonly Y.XmlText[], nodes: readonly Node[]): void {
  const [before, after] = [texts.flatMap(runsOf), nodes.map(runOf)]
  const { index, remove, insert } = simpleDiffString(textOf(before), textOf(after))
  for (const { text, from, to } of rangesOf(texts, index, index + remove)) text.delete(from, to - from)
  insertRuns(texts, index, cut(after, index, index + insert.length))
  const kept = [...cut(before, 0, index), ...cut(after, index, index + insert.length), ...cut(before, index + remove)]
  for (const { from, to, formats } of changedFormats(kept, after)) {
    for (const range of rangesOf(texts, from, to)) range.text.format(range.from, range.to - range.from, formats)
  }
}

function insertRuns(texts: readonly Y.XmlText[], index: number, runs: readonly Run[]): void {
  let offset = index
  for (const text of texts) {
    if (offset > text.length) {
      offset -= text.length
      continue
    }
    for (const run of runs) {
      // All formats are named, or Yjs would pass on those of the character before.
      text.insert(offset, run.text, { ...run.formats })
      offset += run.text.length
    }
    return
  }
}

/** Where a range of the joined text lies in each text; from the end to the start, so that deleting keeps the rest true. */
function rangesOf(
  texts: readonly Y.XmlText[],
  from: number,
  to: number,
): { text: Y.XmlText; from: number; to: number }[] {
  let start = 0
  const ranges = texts.map((text) => {
    const range = { text, from: Math.max(from - start, 0), to: Math.min(to - start, text.length) }
    start += text.length
    return range
  })
  return ranges.filter((range) => range.from < range.to).toReversed()
}

interface FormatChange {
  readonly from: number
  readonly to: number
  /** Name to attributes; null takes the mark away. */
  readonly formats: Record<string, unknown>
}

/** What must be formatted so that `before` looks like `after`; both have the same characters. */
function changedFormats(before: readonly Run[], after: readonly Run[]): FormatChange[] {
  const changes: FormatChange[] = []
  let from = 0
  for (const [a, b, length] of overlaps(before, after)) {
    const names = new Set([...Object.keys(a.formats), ...Object.keys(b.formats)])
    const changed = [...names].filter((name) => !sameFormat(a.formats[name], b.formats[name]))
    const formats = Object.fromEntries(changed.map((name) => [name, b.formats[name] ?? null]))
    if (changed.length > 0) changes.push({ from, to: from + length, formats })
    from += length
  }
  return changes
}

function* overlaps(before: readonly Run[], after: readonly Run[]): Generator<[Run, Run, number]> {
  let [i, j, doneA, doneB] = [0, 0, 0, 0]
  for (;;) {
    const [a, b] = [before[i], after[j]]
    if (a === undefined || b === undefined) return
    const length = Math.min(a.text.length - doneA, b.text.length - doneB)
    if (length > 0) yield [a, b, length]
    doneA += length
    doneB += length
    if (doneA === a.text.length) [i, doneA] = [i + 1, 0]
    if (doneB === b.text.length) [j, doneB] = [j + 1, 0]
  }
}

function sameFormat(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  // An attribute that is null in one and missing in the other says the same.
  return [...names].every((name) => valueOf(a, name) === valueOf(b, name))
}

function valueOf(attrs: object, name: string): unknown {
  return (attrs as Formats)[name] ?? null
}

function cut(runs: readonly Run[], from: number, to = Infinity): Run[] {
  let start = 0
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(from - start, 0), Math.max(to - start, 0))
    start += run.text.length
    return text === '' ? [] : [{ text, formats: run.formats }]
  })
}

function runOf(node: Node): Run {
  return { text: node.text ?? '', formats: Object.fromEntries(node.marks.map((mark) => [mark.type.name, mark.attrs])) }
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}
