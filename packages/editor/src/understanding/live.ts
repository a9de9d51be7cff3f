import { understand, type Understanding } from '@plenary/shared/blocks'
import type { DocJson } from '@plenary/shared/document'
import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import { createValue, type Observable } from '../connection/observable.ts'
import { adopting } from './adopting.ts'
import { named, NONE } from './entries.ts'
import { foundIn } from './found.ts'
import { minutesJson } from './minutes-json.ts'
import { EMPTY, type Overview, overviewOf } from './overview.ts'
import { Pace } from './pace.ts'
import { Places } from './places.ts'
import { editsSince, lastReading, ownRanges, type Reading, withReading } from './state.ts'

/**
 * What the document in an editor says of its meeting, kept true. It is read when people pause, never while a key is on its
 * way; whoever is about to act on it asks for `now` and gets what is true of the document as it stands.
 */
export class LiveUnderstanding {
  readonly #overview = createValue<Overview>(EMPTY)
  readonly #pace = new Pace((isPause) => this.#readInTurn(isPause))
  readonly #understand: (minutes: DocJson) => Understanding
  #view: EditorView | undefined

  constructor(read: (minutes: DocJson) => Understanding = understand) {
    this.#understand = read
  }

  get overview(): Observable<Overview> {
    return this.#overview
  }

  attach(view: EditorView): void {
    this.#view = view
    this.#pace.changed()
  }

  detach(): void {
    this.#pace.stop()
    this.#view = undefined
  }

  update({ state }: EditorView, last: EditorState): void {
    if (state.doc !== last.doc) this.#pace.changed()
  }

  /** The reading of the document as it stands; undefined without an editor. */
  now(): Reading | undefined {
    const last = this.#view && lastReading(this.#view.state)
    if (this.#view === undefined || last?.places.doc === this.#view.state.doc) return last ?? undefined
    this.#read(this.#view)
    return lastReading(this.#view.state) ?? undefined
  }

  #readInTurn(isPause: boolean): void {
    const view = this.#view
    if (view === undefined) return
    // Whatever is drawn anew around a half-composed character breaks it off.
    if (view.composing) return this.#pace.changed()
    const own = isPause && view.editable ? ownRanges(view.state) : []
    this.#read(view)
    const reading = lastReading(view.state)
    const tr = reading && adopting(view.state, reading, own)
    if (tr) view.dispatch(tr)
  }

  #read(view: EditorView): void {
    const { state } = view
    const last = lastReading(state)
    if (last?.places.doc === state.doc) return
    const understanding = this.#understand(minutesJson(state.doc))
    const places = new Places(state.doc)
    const entries = named(foundIn(understanding, places), last?.entries ?? NONE, editsSince(state))
    const reading = { understanding, places, entries }
    view.dispatch(withReading(state.tr, reading))
    this.#overview.set(overviewOf(reading, this.#overview.get()))
  }
}
