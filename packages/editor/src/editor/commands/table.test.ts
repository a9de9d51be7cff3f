import type { Node } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'

import { cell, cells, hr, minutes, p, row, table } from '../testing/build.ts'
import { editorWith, press, shown, type } from '../testing/editor-with.ts'
import { addColumn, addRow, alignColumn, deleteColumn, deleteRow, deleteTable, insertTable } from './table.ts'

function ran(command: Command, ...blocks: Node[]): unknown {
  const editor = editorWith(...blocks)
  command(editor.state, editor.view.dispatch)
  return shown(editor)
}

function after(keys: readonly string[], ...blocks: Node[]): unknown {
  const editor = editorWith(...blocks)
  for (const key of keys) press(editor, key)
  return shown(editor)
}

/** The second row is short, as GFM allows. */
const ragged = () => table(row('SF', 'F', 'N‸'), row('1'), row('2', '3', '4'))

describe('a table', () => {
  test('takes the place of an empty paragraph, the caret in its first cell', () => {
    expect(ran(insertTable(2, 2), p('‸'))).toEqual(minutes(table(row('‸', ''), row('', ''))))
  })

  test('stands below a text', () => {
    expect(ran(insertTable(1, 1), p('a‸b'))).toEqual(minutes(p('ab'), table(row('‸'))))
  })

  test('never holds a table', () => {
    expect(ran(insertTable(), table(row('a‸')))).toEqual(minutes(table(row('a‸'))))
  })

  test('gets rows as wide as its header, aligned as its columns', () => {
    const before = table(cells(cell('right', 'a'), cell(null, 'b')), row('1‸'))
    const added = cells(cell('right', '‸'), cell(null))
    expect(ran(addRow('below'), before)).toEqual(
      minutes(table(cells(cell('right', 'a'), cell(null, 'b')), row('1'), added)),
    )
    expect(ran(addRow('above'), before)).toEqual(
      minutes(table(cells(cell('right', 'a'), cell(null, 'b')), added, row('1'))),
    )
  })

  test('gets columns, and its short rows stay short', () => {
    expect(ran(addColumn('right'), ragged())).toEqual(
      minutes(table(row('SF', 'F', 'N', '‸'), row('1'), row('2', '3', '4', ''))),
    )
    expect(ran(addColumn('left'), table(row('a‸', 'b'), row('c')))).toEqual(
      minutes(table(row('‸', 'a', 'b'), row('', 'c'))),
    )
  })

  test('loses a row or a column', () => {
    expect(ran(deleteRow, table(row('a', 'b'), row('1‸', '2'), row('3', '4')))).toEqual(
      minutes(table(row('a', 'b'), row('‸3‸', '4'))),
    )
    expect(ran(deleteColumn, ragged())).toEqual(minutes(table(row('SF', '‸F‸'), row('1'), row('2', '3'))))
  })

  test('goes with its last row or column', () => {
    expect(ran(deleteRow, table(row('a‸')), p('x'))).toEqual(minutes(p('‸x')))
    expect(ran(deleteColumn, table(row('a‸'), row('b')))).toEqual(minutes(p('‸')))
    expect(ran(deleteTable, p('x'), table(row('a‸')), p('y'))).toEqual(minutes(p('x'), p('‸y')))
  })

  test('aligns a column in every row that has it', () => {
    expect(ran(alignColumn('right'), ragged())).toEqual(
      minutes(
        table(
          cells(cell(null, 'SF'), cell(null, 'F'), cell('right', 'N‸')),
          row('1'),
          cells(cell(null, '2'), cell(null, '3'), cell('right', '4')),
        ),
      ),
    )
  })

  test('is not changed by being looked at', () => {
    const blocks = [table(row('a', 'b', 'c'), row('1'), row()), p('x‸')]
    expect(shown(editorWith(...blocks))).toEqual(minutes(table(row('a', 'b', 'c'), row('1'), row()), p('x‸')))
  })
})

describe('Tab in a table', () => {
  test('goes to the next cell, over its text', () => {
    expect(after(['Tab'], table(row('a‸', 'b')))).toEqual(minutes(table(row('a', '‸b‸'))))
    expect(after(['Tab'], table(row('a‸'), row('b')))).toEqual(minutes(table(row('a'), row('‸b‸'))))
  })

  test('gives a short row its missing cell', () => {
    expect(after(['Tab'], table(row('a', 'b'), row('1‸'), row('2', '3')))).toEqual(
      minutes(table(row('a', 'b'), row('1', '‸'), row('2', '3'))),
    )
  })

  test('in the last cell adds a row', () => {
    expect(after(['Tab'], table(row('a', 'b‸')))).toEqual(minutes(table(row('a', 'b'), row('‸', ''))))
  })

  test('with Shift goes back, and stays in the first cell', () => {
    expect(after(['Shift-Tab'], table(row('a', 'b'), row('1‸')))).toEqual(minutes(table(row('a', '‸b‸'), row('1'))))
    expect(after(['Shift-Tab'], table(row('a‸')))).toEqual(minutes(table(row('a‸'))))
  })
})

describe('Enter in a table', () => {
  test('goes to the cell below, or the last of a shorter row', () => {
    expect(after(['Enter'], table(row('a', 'b‸'), row('1', '2')))).toEqual(
      minutes(table(row('a', 'b'), row('1', '‸2‸'))),
    )
    expect(after(['Enter'], table(row('a', 'b‸'), row('1')))).toEqual(minutes(table(row('a', 'b'), row('‸1‸'))))
  })

  test('in the last row leaves the table', () => {
    expect(after(['Enter'], table(row('a‸')), p('x'))).toEqual(minutes(table(row('a')), p('‸x')))
    expect(after(['Enter'], table(row('a‸')), hr())).toEqual(minutes(table(row('a')), p('‸'), hr()))
  })
})

describe('ArrowUp and ArrowDown in a table', () => {
  test('go to the cell above or below', () => {
    expect(after(['ArrowUp'], table(row('abc', 'b'), row('12‸', '2')))).toEqual(
      minutes(table(row('ab‸c', 'b'), row('12', '2'))),
    )
    expect(after(['ArrowDown'], table(row('a', 'b‸'), row('1')))).toEqual(minutes(table(row('a', 'b'), row('1‸'))))
  })

  test('leave it at its edges', () => {
    expect(after(['ArrowUp'], p('x'), table(row('a‸')))).toEqual(minutes(p('x‸'), table(row('a'))))
    expect(after(['ArrowDown'], table(row('a‸')), p('x'))).toEqual(minutes(table(row('a')), p('‸x')))
  })

  test('lead to where one can type also where nothing stands above or below', () => {
    const editor = editorWith(table(row('a‸')))
    press(editor, 'ArrowDown')
    expect(editor.state.selection.toJSON()).toEqual({ type: 'gapcursor', pos: 7 })
  })
})

describe('a selection of several cells', () => {
  const before = () => table(row('a‸b', 'cd', 'ef'), row('g‸h', 'i'))

  test.each(['Backspace', 'Delete'])('is emptied by %s, and the cells stay', (key) => {
    expect(after([key], before())).toEqual(minutes(table(row('a‸', '', ''), row('h', 'i'))))
  })

  test('is replaced by what is typed', () => {
    const editor = editorWith(before())
    type(editor, 'x')
    expect(shown(editor)).toEqual(minutes(table(row('ax‸', '', ''), row('h', 'i'))))
  })
})
