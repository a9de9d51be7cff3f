import type { Understanding } from '@plenary/shared/blocks'
import type { DocJson } from '@plenary/shared/document'
import { type EditorState, Plugin, PluginKey, type PluginSpec, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { DecorationSet } from '@tiptap/pm/view'

import { isRemote } from '../binding/index.ts'
import { type Entries, positionNow } from './entries.ts'
import { marksOf } from './marks.ts'
import { ownRanges } from './own-ranges.ts'
import type { Places, Range } from './places.ts'
import { quickMarks } from './quick-marks.ts'

/** What was understood of one document. */
export interface Reading {
  readonly document: DocJson
  readonly understanding: Understanding
  /** Of the editor's document that was read. */
  readonly places: Places
  readonly entries: Entries
}

/** An edit that was made since the last reading; the newest first. */
interface Edit {
  readonly mapping: Mapping
  readonly before: Edit | null
}

interface State {
  readonly reading: Reading | null
  readonly edits: Edit | null
  /** What the person at this page has written and what has not been looked at yet for blocks without an id. */
  readonly own: readonly Range[]
  readonly marks: DecorationSet
}

/** A moment in the life of the editor, from which on its edits are known. */
export interface Moment {
  readonly reading: Reading | null
  readonly edits: Edit | null
}

type Told = { readonly reading: Reading; readonly at: Moment } | 'adopted'

const key = new PluginKey<State>('understanding')
const NOTHING: State = { reading: null, edits: null, own: [], marks: DecorationSet.empty }

/** The state of the editor keeps the last reading; between two readings its marks only follow the text. */
export function readingPlugin(view: NonNullable<PluginSpec<State>['view']>): Plugin<State> {
  return new Plugin<State>({
    key,
    state: { init: () => NOTHING, apply: (tr, state) => next(tr, state) },
    props: { decorations: (state) => key.getState(state)?.marks },
    view,
  })
}

function next(tr: Transaction, state: State): State {
  const told = tr.getMeta(key) as Told | undefined
  if (told !== undefined && told !== 'adopted') return withNew(told, tr, state)
  const before = told === 'adopted' ? { ...state, own: [] } : state
  if (!tr.docChanged) return before
  const isOwn = !isRemote(tr) && tr.getMeta('addToHistory') !== false
  return {
    reading: before.reading,
    edits: { mapping: tr.mapping, before: before.edits },
    own: ownRanges(before.own, tr.mapping, isOwn),
    marks: quickMarks(before.marks.map(tr.mapping, tr.doc)),
  }
}

/** A reading may be of a moment that has passed: what was written meanwhile then still counts as written since. */
function withNew({ reading, at }: Exclude<Told, 'adopted'>, { doc }: Transaction, state: State): State {
  const later = editsBetween(at, state)
  if (later === null) return state
  const marks = DecorationSet.create(reading.places.doc, marksOf(reading.understanding, reading.places))
  const followed = later.length === 0 ? marks : marks.map(new Mapping(later.flatMap(({ maps }) => maps)), doc)
  const edits = later.reduce<Edit | null>((before, mapping) => ({ mapping, before }), null)
  return { reading, edits, own: state.own, marks: quickMarks(followed) }
}

/** Makes a reading of the document of that moment the one of the state, unless there has been another since. */
export function withReading(tr: Transaction, reading: Reading, at: Moment): Transaction {
  return tr.setMeta(key, { reading, at } satisfies Told).setMeta('addToHistory', false)
}

/** What the person has written so far has been looked at. */
export function withAdopted(tr: Transaction): Transaction {
  return tr.setMeta(key, 'adopted' satisfies Told).setMeta('addToHistory', false)
}

export function lastReading(state: EditorState): Reading | null {
  return key.getState(state)?.reading ?? null
}

export function momentOf(state: EditorState): Moment {
  const { reading, edits } = key.getState(state) ?? NOTHING
  return { reading, edits }
}

/** The edits from the last reading up to that moment, oldest first. */
export function editsUntil({ edits }: Moment): readonly Mapping[] {
  return chain(edits, null) ?? []
}

/** Where a place of the last reading is by now; null where the text around it is gone. */
export function placeNow(state: EditorState, position: number): number | null {
  return positionNow(position, editsUntil(momentOf(state)))
}

/** What the person at this page has written and what has not been looked at yet. */
export function ownSince(state: EditorState): readonly Range[] {
  return key.getState(state)?.own ?? []
}

/** Null where another reading has come in between. */
function editsBetween(at: Moment, { reading, edits }: Moment): readonly Mapping[] | null {
  return at.reading === reading ? chain(edits, at.edits) : null
}

function chain(edits: Edit | null, end: Edit | null): Mapping[] | null {
  const mappings: Mapping[] = []
  let edit = edits
  while (edit !== end) {
    if (edit === null) return null
    mappings.push(edit.mapping)
    edit = edit.before
  }
  return mappings.toReversed()
}
