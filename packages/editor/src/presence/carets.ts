import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { type Binding, bindingOf } from '../binding/index.ts'
import { type Cursor, readCursor, sidesOf } from './cursor.ts'

import './carets.css'
import { Layer, type Visitor } from './layer.ts'
import { type Measure, measureIn } from './measure.ts'
import { nextMove } from './pages.ts'
import { readUser } from './person.ts'

export interface CaretsOptions {
  readonly awareness: Awareness
  /** How positions are found on the screen; given by tests, which have none. */
  readonly measure?: (view: EditorView) => Measure
}

/** The carets of others move at most this often (ms) on their own; after an edit or a scroll they follow at once. */
const PACE = 100

/**
 * Says where one's own caret is, and draws those of the others in a layer beside the text. Goes with `collaboration`.
 * No part of this ever makes a transaction: twenty moving carets would each cost a rendering of the page.
 */
export function carets({ awareness, measure = measureIn }: CaretsOptions): Extension {
  return Extension.create({
    name: 'carets',
    addProseMirrorPlugins() {
      const binding = bindingOf(this.editor)
      if (binding === undefined) return []
      return [
        new Plugin({
          key: new PluginKey('carets'),
          view: (view) => new Carets(view, binding, awareness, measure(view)),
        }),
      ]
    },
  })
}

class Carets {
  private readonly view: EditorView
  private readonly binding: Binding
  private readonly awareness: Awareness
  private readonly measure: Measure
  private readonly root: string
  private readonly layer = new Layer()
  private readonly leaving = new AbortController()
  private readonly resizes = new ResizeObserver(() => this.drawSoon())
  private readonly moved = new Set<number>()
  private published = ''
  private frame: number | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private drawnAt = 0

  constructor(view: EditorView, binding: Binding, awareness: Awareness, measure: Measure) {
    this.view = view
    this.binding = binding
    this.awareness = awareness
    this.measure = measure
    this.root = Y.findRootTypeKey(binding.root)
    awareness.on('change', this.othersChanged)
    const { signal } = this.leaving
    view.dom.addEventListener('focus', () => this.publish(), { signal })
    view.dom.addEventListener('pointermove', ({ x, y }) => this.layer.meet(x, y), { signal, passive: true })
    // Whatever scrolls, the window or something around the text: carets that come into sight are drawn then.
    document.addEventListener('scroll', () => this.drawSoon(), { signal, passive: true, capture: true })
    this.resizes.observe(view.dom)
    this.drawSoon()
  }

  update(view: EditorView, last: EditorView['state']): void {
    if (view.state.doc !== last.doc) this.drawSoon()
    if (view.state.doc !== last.doc || !view.state.selection.eq(last.selection)) this.publish()
  }

  destroy(): void {
    this.leaving.abort()
    this.resizes.disconnect()
    this.awareness.off('change', this.othersChanged)
    if (this.frame !== undefined) cancelAnimationFrame(this.frame)
    clearTimeout(this.timer)
    this.layer.destroy()
    this.awareness.setLocalStateField('cursor', null)
  }

  /** Where I am is where I was last while the text had the focus. */
  private publish(): void {
    if (!this.view.hasFocus()) return
    const { anchor, head } = this.view.state.selection
    const sides = sidesOf(anchor, head)
    const cursor = {
      anchor: this.binding.placeOf(this.view.state, anchor, sides.anchor),
      head: this.binding.placeOf(this.view.state, head, sides.head),
    }
    const words = JSON.stringify(cursor)
    if (cursor.anchor === null || cursor.head === null || words === this.published) return
    this.published = words
    this.awareness.setLocalStateField('cursor', { ...(JSON.parse(words) as object), move: nextMove(this.awareness) })
  }

  private readonly othersChanged = ({ added, updated, removed }: Record<string, readonly number[]>): void => {
    const others = [added, updated, removed].flatMap((ids) => ids ?? []).filter((id) => id !== this.awareness.clientID)
    if (others.length === 0) return
    for (const id of others) this.moved.add(id)
    this.timer ??= setTimeout(() => this.drawSoon(), Math.max(0, this.drawnAt + PACE - performance.now()))
  }

  private drawSoon(): void {
    this.frame ??= requestAnimationFrame(() => this.draw())
  }

  private draw(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.frame = undefined
    this.drawnAt = performance.now()
    this.layer.join(this.view.dom)
    this.layer.draw(this.visitors(), this.measure)
    this.moved.clear()
  }

  private visitors(): Visitor[] {
    const visitors: Visitor[] = []
    for (const [clientId, state] of this.awareness.getStates()) {
      if (clientId === this.awareness.clientID) continue
      const user = readUser(state['user'], clientId)
      const cursor = readCursor(state['cursor'], this.root)
      const place = user && cursor && this.positionsOf(cursor)
      if (user && place) visitors.push({ clientId, user, ...place, moved: this.moved.has(clientId) })
    }
    return visitors
  }

  private positionsOf(cursor: Cursor): { anchor: number; head: number } | undefined {
    const [anchor, head] = [this.binding.positionOf(cursor.anchor), this.binding.positionOf(cursor.head)]
    return anchor === null || head === null ? undefined : { anchor, head }
  }
}
