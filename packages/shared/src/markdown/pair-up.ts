import type { Keys } from '../document/keys.ts'
import type { BlockJson, ListItemJson, NodeJson, TableRowJson } from '../document/node.ts'
import { isList } from '../document/normal.ts'
import { align } from './align.ts'

type Child = BlockJson | ListItemJson | TableRowJson

/** How many old nodes are looked at for one that a new node could be an edit of. */
const REACH = 30

/**
 * For each new child the index of the old one that it is, or is an edit of, or -1: equal ones in order, then likely edits in
 * what lies between them, then equal ones that have moved.
 */
export function pairUp(old: readonly Child[], now: readonly Child[], keys: Keys): number[] {
  const oldKeys = old.map((node) => keys.of(node))
  const nowKeys = now.map((node) => keys.of(node))
  const kept = align(oldKeys, nowKeys)
  const pairs = [...kept]
  if (pairs.includes(-1)) {
    pairMoved(oldKeys, nowKeys, pairs)
    pairEdited(old, now, kept, pairs)
  }
  return pairs
}

function pairMoved(oldKeys: readonly number[], nowKeys: readonly number[], pairs: number[]): void {
  const used = new Set(pairs)
  /** The last first, to be taken from the end. */
  const free = new Map<number, number[]>()
  for (let index = oldKeys.length - 1; index >= 0; index--) {
    if (used.has(index)) continue
    const same = free.get(oldKeys[index]!)
    if (same === undefined) free.set(oldKeys[index]!, [index])
    else same.push(index)
  }
  nowKeys.forEach((key, index) => {
    if (pairs[index] === -1) pairs[index] = free.get(key)?.pop() ?? -1
  })
}

function pairEdited(old: readonly Child[], now: readonly Child[], kept: readonly number[], pairs: number[]): void {
  const used = new Set(pairs)
  const words = new Map<object, ReadonlySet<string>>()
  let from = 0
  for (let start = 0; start < now.length; start++) {
    if (kept[start]! >= 0) {
      from = kept[start]! + 1
      continue
    }
    let end = start
    while (end < now.length && kept[end]! < 0) end++
    const to = end < now.length ? kept[end]! : old.length
    const oldRun = range(from, to).filter((index) => !used.has(index))
    const run = range(start, end).filter((index) => pairs[index]! < 0)
    pairRun(
      oldRun.map((index) => old[index]!),
      run.map((index) => now[index]!),
      words,
    ).forEach((pair, index) => {
      if (pair >= 0) pairs[run[index]!] = oldRun[pair]!
    })
    start = end - 1
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

function pairRun(old: readonly Child[], now: readonly Child[], words: Map<object, ReadonlySet<string>>): number[] {
  let from = 0
  const pairs = now.map((node) => {
    let best = -1
    let bestScore = 0.2
    for (let index = from; index < Math.min(old.length, from + REACH); index++) {
      const score = likeness(old[index]!, node, words) - 0.01 * (index - from)
      if (score > bestScore) {
        best = index
        bestScore = score
      }
    }
    if (best >= 0) from = best + 1
    return best
  })
  // One that took another's place takes over its form.
  if (old.length === 1 && now.length === 1 && pairs[0] === -1 && old[0]!.type === now[0]!.type) return [0]
  return pairs
}

/** Shared words, 0 to about 1. */
function likeness(old: Child, now: Child, words: Map<object, ReadonlySet<string>>): number {
  const isAlike = old.type === now.type || (isList(old) && isList(now)) || (isText(old) && isText(now))
  if (!isAlike) return 0
  const a = wordsOf(old, words)
  const b = wordsOf(now, words)
  if (a.size === 0 && b.size === 0) return old.type === now.type ? 0.5 : 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return (2 * shared) / (a.size + b.size) + (shared > 0 && old.type === now.type ? 0.05 : 0)
}

function isText(node: Child): boolean {
  return node.type === 'paragraph' || node.type === 'heading'
}

function wordsOf(node: Child, known: Map<object, ReadonlySet<string>>): ReadonlySet<string> {
  const found = known.get(node)
  if (found !== undefined) return found
  const words = new Set(
    textOf(node)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )
  known.set(node, words)
  return words
}

function textOf(node: NodeJson): string {
  if (node.type === 'text') return node.text
  const children = 'content' in node ? ((node.content ?? []) as readonly NodeJson[]) : []
  return children.map(textOf).join(node.type === 'paragraph' || node.type === 'heading' ? '' : ' ')
}
