import type { DocJson } from '@plenary/shared/document'
import { print } from '@plenary/shared/markdown'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'

import { RUNS, SEED } from '../testing/fuzz.ts'
import { addColumn, addRow, alignColumn, deleteColumn, deleteRow } from './commands/table.ts'
import { formats } from './formats/formats.ts'
import { code, done, h, hr, known, li, ol, p, quote, row, source, table, todo, ul } from './testing/build.ts'
import { press, sharedEditorWith, type } from './testing/editor-with.ts'

const SEEDS = 10 * RUNS
const STEPS = 50

/** A small generator (mulberry32), so that a seed gives the same run anywhere. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const STRUCTURE =
  'Enter Shift-Enter Backspace Delete Tab Shift-Tab Alt-Enter ArrowDown ArrowUp Alt-Shift-ArrowUp Alt-Shift-ArrowDown Mod-z Mod-y'
const KEYS = [...STRUCTURE.split(' '), ...formats.flatMap(({ key }) => key ?? [])]
const TEXTS = [
  'a',
  ' ',
  'two words',
  '# ',
  '- ',
  '1. ',
  '> ',
  '[ ] ',
  '```',
  '---',
  '**b**',
  '`c`',
  '<br>',
  '| a | b |',
  '/table',
]
const COMMANDS = [addRow('above'), addRow('below'), addColumn('left'), deleteRow, deleteColumn, alignColumn('right')]

const MINUTES = [
  source('yaml', 'a: b'),
  h(1, 'Agenda'),
  known('k1', 'decision', p('one\ntwo')),
  known('k2', 'agenda', ul(li('a', ol(li('b'), li('c'))), done(known('k3', null, p('d'))), todo('e', p('f')))),
  quote(p('g'), ul(li('h'))),
  known('k4', 'poll', table(row('i', 'j', 'k'), row('l'), row())),
  code('js', 'm\n\n'),
  hr(),
  p(''),
]

/** Edits at random places, each checked against the schema. */
function edit(seed: number): DocJson {
  const random = randomFrom(seed)
  const pick = <T>(from: readonly T[]): T => from.at(random(from.length)) as T
  const editor = sharedEditorWith(...MINUTES)
  for (let step = 0; step < STEPS; step += 1) {
    const { doc } = editor.state
    const place = () => doc.resolve(random(doc.content.size + 1))
    if (random(3) === 0) {
      const selection = TextSelection.between(place(), random(2) === 0 ? place() : place())
      editor.view.dispatch(editor.state.tr.setSelection(selection))
    }
    const kind = random(10)
    if (kind < 5) press(editor, pick(KEYS))
    else if (kind < 8) type(editor, pick(TEXTS))
    else if (kind < 9) pick(COMMANDS)(editor.state, editor.view.dispatch)
    else pick(formats).run(editor.state, editor.view.dispatch, editor.view)
    editor.state.doc.check()
    expect(idsIn(editor.state.doc)).toEqual([...new Set(idsIn(editor.state.doc))])
  }
  return editor.getJSON() as unknown as DocJson
}

function idsIn(doc: Node): unknown[] {
  const ids: unknown[] = []
  doc.descendants((node) => void ids.push(...(node.attrs['id'] ? [node.attrs['id']] : [])))
  return ids
}

test(
  `any ${STEPS} edits leave minutes that the schema allows and that Markdown can hold (PLENARY_SEED=${SEED}, ${SEEDS} seeds)`,
  { timeout: 120_000 * RUNS },
  () => {
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      try {
        const { exact, losses } = print(edit(seed))
        expect({ exact, losses }).toEqual({ exact: true, losses: [] })
      } catch (error) {
        throw new Error(`with PLENARY_SEED=${seed}`, { cause: error })
      }
    }
  },
)
