import type { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'

import { type Binding, TYPED } from './binding.ts'
import type { RelativeSelection } from './position.ts'

/** Edits closer together than this (ms) are one step of undo. */
const ONE_STEP = 500

/** What undo takes back: only what the person at this page did, whatever others wrote in between. */
export class Undo {
  private readonly binding: Binding
  readonly manager: Y.UndoManager
  private view: EditorView | undefined

  constructor(binding: Binding) {
    this.binding = binding
    this.manager = new Y.UndoManager(binding.root, {
      trackedOrigins: new Set([TYPED]),
      captureTimeout: ONE_STEP,
      deleteFilter: isNobodyElses,
    })
    this.manager.on('stack-item-added', ({ stackItem }) => stackItem.meta.set(this, binding.selectionBefore))
    this.manager.on('stack-item-popped', ({ stackItem }) => this.restore(stackItem.meta.get(this)))
  }

  attach(view: EditorView): void {
    this.view = view
  }

  detach(): void {
    this.view = undefined
  }

  destroy(): void {
    this.detach()
    this.manager.destroy()
  }

  private restore(selection: RelativeSelection | null | undefined): void {
    if (this.view === undefined) return
    const { tr } = this.view.state
    const restored = selection ? this.binding.absolute(selection) : null
    if (restored !== null) tr.setSelection(restored)
    this.view.dispatch(tr.scrollIntoView())
  }
}

/**
 * Undo deletes what the person had made, children before parents. A block in which something is left by then holds somebody
 * else's text, and stays.
 */
function isNobodyElses(item: Y.Item): boolean {
  return !(item.content instanceof Y.ContentType) || item.content.type._length === 0
}
