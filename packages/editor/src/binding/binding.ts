import type { Node, Schema } from '@tiptap/pm/model'
import type { EditorState, TextSelection, Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'

import {
  absoluteSelection,
  type RelativeSelection,
  relativeSelection,
  type Side,
  toAbsolute,
  toRelative,
} from './position.ts'
import { type Parent, Rendering } from './rendering.ts'
import { type Former, rewrite } from './rewriting.ts'
import { UnreadableError } from './unreadable.ts'
import { writeNode } from './writing.ts'

/** The origin of what the person at this page did; undo goes by it. */
export const TYPED = Symbol('typed')
/** The origin of local changes that undo passes over (`addToHistory: false`). */
const UNTRACKED = Symbol('untracked')

const REMOTE_META = 'plenary:remote'

/** Whether a transaction shows what came from the document, by somebody else or by undo, and nobody typed it just now. */
export function isRemote(tr: Transaction): boolean {
  return tr.getMeta(REMOTE_META) === true
}

type State =
  | { readonly state: 'detached' }
  | { readonly state: 'bound'; readonly view: EditorView }
  /** The document holds what this page cannot show; from here on nothing is read or written. */
  | { readonly state: 'unreadable' }

/**
 * Keeps an editor and the document equal. A local transaction is written to Yjs at once; a Yjs transaction of anybody else
 * becomes one ProseMirror transaction whose steps touch only what differs. Opening and reading write nothing.
 */
export class Binding {
  readonly root: Y.XmlFragment
  private readonly doc: Y.Doc
  private readonly rendering: Rendering
  private readonly onUnreadable: (error: UnreadableError) => void
  private state: State = { state: 'detached' }
  private shown: Node
  private writing = false
  private before: RelativeSelection | null = null

  /** Throws UnreadableError where the document already holds what `schema` cannot show. */
  constructor(root: Y.XmlFragment, schema: Schema, onUnreadable: (error: UnreadableError) => void) {
    if (root.doc === null) throw new Error('the root must belong to a document')
    this.root = root
    this.doc = root.doc
    this.onUnreadable = onUnreadable
    this.rendering = new Rendering(schema)
    this.shown = this.rendering.node(root)
    this.doc.on('beforeAllTransactions', this.remember)
    root.observeDeep(this.changed)
  }

  /** What the document says, as ProseMirror's. */
  get node(): Node {
    return this.shown
  }

  /** The person's selection before the change that is under way; undo goes back to it. */
  get selectionBefore(): RelativeSelection | null {
    return this.before
  }

  attach(view: EditorView): void {
    if (this.state.state === 'unreadable') return
    this.state = { state: 'bound', view }
    // The document may have moved on while no editor looked at it.
    if (view.state.doc !== this.shown) this.show(view, this.shown, () => undefined)
  }

  detach(): void {
    if (this.state.state === 'bound') this.state = { state: 'detached' }
  }

  destroy(): void {
    this.detach()
    this.doc.off('beforeAllTransactions', this.remember)
    this.root.unobserveDeep(this.changed)
  }

  /** Writes what the person changed since `last`. `tracked`: undo may take it back. */
  write(view: EditorView, last: EditorState, tracked: boolean): void {
    const { doc } = view.state
    if (this.state.state !== 'bound' || doc === this.shown) return
    this.before = this.relative(last)
    this.writing = true
    try {
      this.doc.transact(() => writeNode(this.rendering, this.root, doc), tracked ? TYPED : UNTRACKED)
      this.shown = doc
    } finally {
      this.writing = false
    }
  }

  /** The selection of a state, held to the text around it; null where it is not one of text. */
  relative({ doc, selection }: EditorState): RelativeSelection | null {
    return doc === this.shown ? relativeSelection(this.rendering, this.root, doc, selection) : null
  }

  /** Where such a selection is in the document as it is shown now. */
  absolute(selection: RelativeSelection): TextSelection | null {
    return absoluteSelection(this.rendering, this.root, this.shown, selection)
  }

  /** A position of the editor as a place in the document; null while the two are out of step. `side` as in `position.ts`. */
  placeOf({ doc }: EditorState, pos: number, side: Side): Y.RelativePosition | null {
    return doc === this.shown ? toRelative(this.rendering, this.root, doc, pos, side) : null
  }

  /** Where a place is in the document as it is shown now, or null where the text around it is gone. */
  positionOf(place: Y.RelativePosition): number | null {
    const pos = this.state.state === 'bound' ? toAbsolute(this.rendering, this.root, place) : null
    return pos === null || pos > this.shown.content.size ? null : pos
  }

  private readonly remember = (): void => {
    if (!this.writing && this.state.state === 'bound') this.before = this.relative(this.state.view.state)
  }

  private readonly changed = (_: unknown, { changedParentTypes }: Y.Transaction): void => {
    if (this.writing || this.state.state === 'unreadable') return
    const stale = new Map<Parent, Node>()
    const types: Iterable<unknown> = changedParentTypes.keys()
    for (const type of types) {
      if (!(type instanceof Y.XmlFragment)) continue
      const node = this.rendering.forget(type)
      if (node !== undefined) stale.set(type, node)
    }
    try {
      const node = this.rendering.node(this.root)
      const former = new Map([...stale].map(([parent, old]) => [this.rendering.known(parent), old]))
      if (this.state.state === 'bound') this.show(this.state.view, node, (node) => former.get(node))
      else this.shown = node
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      this.state = { state: 'unreadable' }
      this.onUnreadable(error)
    }
  }

  private show(view: EditorView, node: Node, former: Former): void {
    const { tr, storedMarks } = view.state
    rewrite(tr, node, former)
    this.adopt(this.root, node, tr.doc)
    this.shown = tr.doc
    const selection = this.before === null || !tr.docChanged ? null : this.absolute(this.before)
    if (selection !== null && !selection.eq(tr.selection)) tr.setSelection(selection)
    // Somebody else's edit must not switch off the bold that was just switched on here.
    if (storedMarks !== null) tr.setStoredMarks(storedMarks)
    if (tr.docChanged) view.dispatch(tr.setMeta('addToHistory', false).setMeta(REMOTE_META, true))
  }

  /** The steps made new nodes on the path to each change; the editor shows those, not the rendered ones they are equal to. */
  private adopt(parent: Parent, rendered: Node, actual: Node): void {
    if (rendered === actual) return
    this.rendering.set(parent, actual)
    const elements = parent.toArray().filter((child) => child instanceof Y.XmlElement)
    const [from, to] = [rendered, actual].map((node) => node.children.filter((child) => !child.isText))
    for (const [index, element] of elements.entries()) {
      const [before, after] = [from?.[index], to?.[index]]
      if (before !== undefined && after !== undefined) this.adopt(element, before, after)
    }
  }
}
