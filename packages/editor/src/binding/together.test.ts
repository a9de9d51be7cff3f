import { describe, expect, test } from 'vitest'

import { exchange, linesOf, putCaret, type, paragraph, item, openTwo, expectEqual, after, cell } from './testing.ts'

describe('writing at the same time', () => {
  test('in one paragraph keeps both texts whole', () => {
    const [ann, bob] = openTwo(paragraph('We agreed.'))
    putCaret(ann, 1)
    putCaret(bob, 11)
    type(ann, 'Today: ')
    type(bob, ' Bob will write.')
    exchange([ann, bob])
    expect(linesOf(ann)).toEqual(['Today: We agreed. Bob will write.'])
    expectEqual(ann, bob)
  })

  test('at the very same spot gives two runs of text, letter by letter as well', () => {
    const [ann, bob] = openTwo(paragraph('Present: '))
    putCaret(ann, 10)
    putCaret(bob, 10)
    for (const [a, b] of ['RX', 'aY', 'dZ', 'uW'].map(([a = '', b = '']) => [a, b] as const)) {
      type(ann, a)
      type(bob, b)
      exchange([ann, bob])
    }
    expect(['Present: RaduXYZW', 'Present: XYZWRadu']).toContain(linesOf(ann)[0])
    expectEqual(ann, bob)
  })

  test('into one new empty paragraph keeps every letter exactly once, whoever writes on', () => {
    const [ann, bob] = openTwo(paragraph(''))
    type(ann, 'Ann')
    type(bob, 'Bob')
    exchange([ann, bob])
    type(ann, '!')
    type(bob, '?')
    exchange([ann, bob])
    expect(['Ann!Bob?', 'Bob?Ann!']).toContain(linesOf(ann)[0])
    expectEqual(ann, bob)
  })

  test('in a list: one splits an item while the other writes into it', () => {
    const [ann, bob] = openTwo({ type: 'bulletList', content: [item('first'), item('second')] })
    putCaret(ann, after(ann, 'first'))
    ann.editor.commands.splitListItem('listItem')
    type(ann, 'between')
    putCaret(bob, after(bob, 'fi'))
    type(bob, 'ne ')
    exchange([ann, bob])
    expect(linesOf(ann)).toEqual(['fine rst', 'between', 'second'])
    expectEqual(ann, bob)
  })

  test('in a table: two cells, and the same cell', () => {
    const row = (...texts: string[]) => ({ type: 'tableRow' as const, content: texts.map(cell) })
    const [ann, bob] = openTwo({ type: 'table', content: [row('For', 'Against'), row('', '')] })
    putCaret(ann, after(ann, 'For'))
    putCaret(bob, after(bob, 'Against'))
    type(ann, ' (strong)')
    type(bob, ' (weak)')
    exchange([ann, bob])
    putCaret(ann, after(ann, 'Against'))
    type(ann, '!')
    putCaret(bob, after(bob, '(weak)'))
    type(bob, '?')
    exchange([ann, bob])
    expect(linesOf(ann)).toEqual(['For (strong)', 'Against! (weak)?', '', ''])
    expectEqual(ann, bob)
  })

  test('marks and text in one word: both arrive', () => {
    const [ann, bob] = openTwo(paragraph('one two three'))
    putCaret(ann, 5, 8)
    ann.editor.commands.toggleMark('bold')
    putCaret(bob, 7)
    type(bob, '-')
    exchange([ann, bob])
    expect(linesOf(ann)).toEqual(['one tw-o three'])
    expectEqual(ann, bob)
  })

  test('around a hard break', () => {
    const text = (text: string) => ({ type: 'text' as const, text })
    const [ann, bob] = openTwo({ type: 'paragraph', content: [text('up'), { type: 'hardBreak' }, text('down')] })
    putCaret(ann, 3)
    type(ann, '!')
    putCaret(bob, 4)
    type(bob, 'and ')
    exchange([ann, bob])
    expect(linesOf(ann)).toEqual(['up!and down'])
    ann.editor.commands.deleteRange({ from: 4, to: 5 })
    putCaret(bob, after(bob, 'down'))
    type(bob, '.')
    exchange([ann, bob])
    expect(linesOf(bob)).toEqual(['up!and down.'])
    expectEqual(ann, bob)
  })
})
