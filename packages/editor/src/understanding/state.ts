import type { Understanding } from '@plenary/shared/blocks'
import { type EditorState, Plugin, PluginKey, type PluginSpec, type Transaction } from '@tiptap/pm/state'
import type { Mapping } from '@tiptap/pm/transform'
import { DecorationSet } from '@tiptap/pm/view'

import { isRemote } from '../binding/index.ts'
import { type Entries, positionNow } from './entries.ts'
import { marksOf } from './marks.ts'
import type { Places, Range } from './places.ts'
import { quickMarks } from './quick-marks.ts'

/** What was understood of one document. */
export interface Reading {
  readonly understanding: Understanding
  /** Of the document that was read. */
  readonly places: Places
  readonly entries: Entries
}

/** An edit that was made since, and whether the person at this page made it; the newest first. */
interface Edit {
  readonly mapping: Mapping
  readonly isOwn: boolean
  readonly before: Edit | null
}

interface State {
  readonly reading: Reading | null
  readonly edits: Edit | null
  readonly marks: DecorationSet
}

const key = new PluginKey<State>('understanding')
const NOTHING: State = { reading: null, edits: null, marks: DecorationSet.empty }

/** The state of the editor keeps the last reading; between two readings its marks only follow the text. */
export function readingPlugin(view: NonNullable<PluginSpec<State>['view']>): Plugin<State> {
  return new Plugin<State>({
    key,
    state: { init: () => NOTHING, apply: (tr, state) => next(tr, state) },
    props: { decorations: (state) => key.getState(state)?.marks },
    view,
  })
}

function next(tr: Transaction, { reading, edits, marks }: State): State {
  const read = tr.getMeta(key) as Reading | undefined
  if (read !== undefined) {
    const marks = DecorationSet.create(tr.doc, marksOf(read.understanding, read.places))
    return { reading: read, edits: null, marks: quickMarks(marks) }
  }
  if (!tr.docChanged) return { reading, edits, marks }
  const isOwn = !isRemote(tr) && tr.getMeta('addToHistory') !== false
  return {
    reading,
    edits: { mapping: tr.mapping, isOwn, before: edits },
    marks: quickMarks(marks.map(tr.mapping, tr.doc)),
  }
}

/** Makes this the reading of the state; it must be one of the very document of the transaction. */
export function withReading(tr: Transaction, reading: Reading): Transaction {
  return tr.setMeta(key, reading).setMeta('addToHistory', false)
}

export function lastReading(state: EditorState): Reading | null {
  return key.getState(state)?.reading ?? null
}

/** The edits since the last reading, oldest first. */
export function editsSince(state: EditorState): readonly Mapping[] {
  return chain(state).map(({ mapping }) => mapping)
}

function chain(state: EditorState): Edit[] {
  const edits: Edit[] = []
  for (let edit = key.getState(state)?.edits ?? null; edit !== null; edit = edit.before) edits.push(edit)
  return edits.toReversed()
}

/** What the person at this page has written since the last reading, as it stands now. */
export function ownRanges(state: EditorState): Range[] {
  const edits = chain(state)
  return edits.flatMap(({ mapping, isOwn }, index) => {
    if (!isOwn) return []
    const later = edits.slice(index + 1).map((edit) => edit.mapping)
    return mapping.maps.flatMap((map, step) => {
      const rest = mapping.slice(step + 1)
      const ranges: Range[] = []
      map.forEach((_from, _to, from, to) => {
        const [start, end] = [rest.map(from, -1), rest.map(to, 1)]
        const [first, last] = [positionNow(start, later), positionNow(end, later)]
        if (first !== null && last !== null) ranges.push({ from: first, to: last })
      })
      return ranges
    })
  })
}
