import type { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'

import { type Binding, TYPED } from './binding.ts'
import { holderOf, isNobodyElses } from './held.ts'
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

  /** Takes back the last step, or does again what was taken back last; one that reaches into what is held stays as it is. */
  step(act: 'undo' | 'redo'): void {
    const { undoStack, redoStack } = this.manager
    const steps = act === 'undo' ? undoStack : redoStack
    const holder = this.view && holderOf(this.view.state, this.binding.root, steps)
    if (holder === undefined) this.manager[act]()
    else holder.refused()
  }

  private restore(selection: RelativeSelection | null | undefined): void {
    if (this.view === undefined) return
    const { tr } = this.view.state
    const restored = selection ? this.binding.absolute(selection) : null
    if (restored !== null) tr.setSelection(restored)
    this.view.dispatch(tr.scrollIntoView())
  }
}
