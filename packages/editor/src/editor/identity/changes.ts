import { identityOf } from '@plenary/shared/document'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { Mapping, ReplaceStep, type Step } from '@tiptap/pm/transform'

/** A node and the one that was split off it, as positions in the document as it is now. */
export interface Split {
  readonly first: number
  readonly second: number
}

interface Change {
  readonly step: Step
  readonly before: Node
  /** What happened after it. */
  readonly rest: Mapping
}

function changesIn(transactions: readonly Transaction[]): Change[] {
  const maps = transactions.flatMap(({ mapping }) => mapping.maps)
  const steps = transactions.flatMap(({ steps, docs }) => steps.map((step, index) => ({ step, before: docs[index] })))
  return steps.flatMap(({ step, before }, index) =>
    before === undefined ? [] : [{ step, before, rest: new Mapping(maps.slice(index + 1)) }],
  )
}

export function splitsIn(transactions: readonly Transaction[]): Split[] {
  return changesIn(transactions).flatMap(({ step, before, rest }) => {
    const depth = splitDepth(step)
    if (depth === 0 || !(step instanceof ReplaceStep)) return []
    const $at = before.resolve(step.from)
    return Array.from({ length: depth }, (_, level) => ({
      first: rest.map($at.before($at.depth - depth + 1 + level), -1),
      second: rest.map(step.from + depth + level),
    }))
  })
}

/** How many nodes a step splits: it puts in nothing but the ends of so many nodes and the beginnings of as many. */
function splitDepth(step: Step): number {
  if (!(step instanceof ReplaceStep) || step.from !== step.to) return 0
  const { content, openStart, openEnd } = step.slice
  return openStart === openEnd && content.childCount === 2 && content.size === 4 * openStart ? openStart : 0
}

/** Where the blocks with an id begin that these transactions have put in, or put elsewhere. */
export function newBlocks(transactions: readonly Transaction[], doc: Node): ReadonlySet<number> {
  const found = new Set<number>()
  for (const { step, rest } of changesIn(transactions)) {
    step.getMap().forEach((_oldStart, _oldEnd, start, end) => {
      const [from, to] = [rest.map(start, -1), rest.map(end)]
      doc.nodesBetween(from, Math.min(to, doc.content.size), (node, pos) => {
        if (pos >= from && pos < to && identityOf(node.attrs).id !== undefined) found.add(pos)
      })
    })
  }
  return found
}
