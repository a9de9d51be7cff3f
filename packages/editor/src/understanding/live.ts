import type { Understanding } from '@plenary/shared/blocks'
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
import type { Reader } from './reader.ts'
import {
  editsUntil,
  lastReading,
  type Moment,
  momentOf,
  ownSince,
  type Reading,
  withAdopted,
  withReading,
} from './state.ts'

export type Understand = (minutes: DocJson) => Understanding

/**
 * What the document in an editor says of its meeting, kept true. It is read beside the page when people pause; whoever is
 * about to act on it asks for `now` and gets what is true of the document as it stands.
 */
export class LiveUnderstanding {
  readonly #overview = createValue<Overview>(EMPTY)
  readonly #pace = new Pace((isPause) => this.#readBeside(isPause))
  readonly #reader: Reader
  readonly #load: () => Promise<Understand>
  #understand: Understand | undefined
  #loading: Promise<Understand> | undefined
  #view: EditorView | undefined

  /** `reader` reads beside the page; `load` fetches what reads on it at once, which only acting needs. */
  constructor(reader: Reader, load: () => Promise<Understand>) {
    this.#reader = reader
    this.#load = load
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

  close(): void {
    this.detach()
    this.#reader.close()
  }

  update({ state }: EditorView, last: EditorState): void {
    if (state.doc !== last.doc) this.#pace.changed()
  }

  /** The last reading, perhaps of a document that has been edited since. */
  last(): Reading | undefined {
    return (this.#view && lastReading(this.#view.state)) ?? undefined
  }

  /**
   * The reading of the document as it stands. Undefined without an editor, and while what reads is still on its way, which is
   * only so in the first moments of a page.
   */
  now(): Reading | undefined {
    const [view, last] = [this.#view, this.last()]
    if (view === undefined || last?.places.doc === view.state.doc) return last
    if (this.#understand === undefined) return void this.ready()
    this.#take(view, this.#understand(minutesJson(view.state.doc)), momentOf(view.state), new Places(view.state.doc))
    return this.last()
  }

  /** Resolves when `now` can be asked. */
  async ready(): Promise<void> {
    this.#understand ??= await (this.#loading ??= this.#load())
  }

  async #readBeside(isPause: boolean): Promise<void> {
    const view = this.#view
    // Whatever is drawn anew around a half-composed character breaks it off.
    if (view?.composing === true) return this.#pace.changed()
    if (view === undefined) return
    const { state } = view
    const moment = momentOf(state)
    if (moment.reading?.places.doc !== state.doc) {
      const understanding = await this.#reader.read(state.doc)
      if (understanding === null || this.#view !== view || view.isDestroyed) return
      if (view.composing) return this.#pace.changed()
      this.#take(view, understanding, moment, new Places(state.doc))
    }
    if (isPause && view.state.doc === state.doc) this.#adopt(view)
    void this.ready()
  }

  #take(view: EditorView, understanding: Understanding, moment: Moment, places: Places): void {
    const document = minutesJson(places.doc)
    const entries = named(foundIn(document, understanding, places), moment.reading?.entries ?? NONE, editsUntil(moment))
    const reading = { document, understanding, places, entries }
    view.dispatch(withReading(view.state.tr, reading, moment))
    if (this.last() === reading) this.#overview.set(overviewOf(reading, this.#overview.get()))
  }

  /** Gives ids to what the person has just made; see `adopting`. */
  #adopt(view: EditorView): void {
    const reading = this.last()
    const own = ownSince(view.state)
    if (reading === undefined || own.length === 0) return
    const tr = view.editable ? adopting(view.state, reading, own) : null
    view.dispatch(withAdopted(tr ?? view.state.tr))
  }
}
