import type { EditorState } from '@tiptap/pm/state'
import * as Y from 'yjs'

/** What a plugin says under `held` in its specification: blocks that nobody may change just now. Undo asks as well. */
export interface Held {
  readonly ids: (state: EditorState) => readonly string[]
  /** Undo has left one of them alone. */
  readonly refused: () => void
}

/** A step of undo or redo, as Yjs keeps it. */
type Step = Y.UndoManager['undoStack'][number]

/** Who holds what the last of these steps would change; undefined where nobody does. */
export function holderOf(state: EditorState, root: Y.XmlFragment, steps: readonly Step[]): Held | undefined {
  const all = state.plugins.flatMap(({ spec }) => (spec['held'] as Held | undefined) ?? [])
  return all.find(({ ids }) => reaches(root, steps, ids(state)))
}

function reaches(root: Y.XmlFragment, steps: readonly Step[], ids: readonly string[]): boolean {
  const { doc } = root
  if (ids.length === 0 || doc === null) return false
  const isHeld = (node: unknown): boolean => node instanceof Y.XmlElement && ids.includes(node.getAttribute('id') ?? '')
  const held: ReadonlySet<unknown> = new Set(root.createTreeWalker(isHeld))
  // Yjs goes on to the step before where one changes nothing, as when somebody else has deleted all of it.
  return doc.transact((transaction) => {
    for (const step of steps.toReversed()) {
      const effect = effectOf(transaction, step, held)
      if (effect !== 'none') return effect === 'held'
    }
    return false
  })
}

/** What undoing a step would change, by the rules of Yjs: what was put in goes, and what was taken out comes back. */
function effectOf(transaction: Y.Transaction, step: Step, held: ReadonlySet<unknown>): 'none' | 'free' | 'held' {
  let effect: 'none' | 'free' | 'held' = 'none'
  const changes = (item: Y.Item, isSure: boolean): void => {
    if (stands(item, held, transaction)) effect = 'held'
    else if (effect === 'none' && isSure) effect = 'free'
  }
  Y.iterateDeletedStructs(transaction, step.insertions, (struct) => {
    const item = struct instanceof Y.Item ? latest(struct, transaction) : undefined
    if (item?.deleted === false) changes(item, isNobodyElses(item))
  })
  Y.iterateDeletedStructs(transaction, step.deletions, (struct) => {
    if (!(struct instanceof Y.Item) || Y.isDeleted(step.insertions, struct.id)) return
    // An attribute may have another value from somebody else by now, and a block may be gone.
    changes(struct, struct.parentSub === null && blockOf(struct)?.deleted !== true)
  })
  return effect
}

/**
 * Undo deletes what the person had made, children before parents. A block in which something is left by then holds somebody
 * else's text, and stays.
 */
export function isNobodyElses(item: Y.Item): boolean {
  return !(item.content instanceof Y.ContentType) || item.content.type._length === 0
}

/** Whether it is one of these blocks, or within. */
function stands(item: Y.Item, held: ReadonlySet<unknown>, transaction: Y.Transaction): boolean {
  for (let at: Y.Item | null = item; at !== null; at = blockOf(at)) {
    const now: Y.Item = latest(at, transaction)
    if (now.content instanceof Y.ContentType && held.has(now.content.type)) return true
  }
  return false
}

/** The item of the element that holds it; null at the top. */
function blockOf({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null
}

/** As which it has come back, if undo has taken it away and redo brought it again. */
function latest(item: Y.Item, { doc }: Y.Transaction): Y.Item {
  let now = item
  while (now.redone !== null) {
    const next = Y.getItem(doc.store, now.redone)
    if (!(next instanceof Y.Item)) break
    now = next
  }
  return now
}
