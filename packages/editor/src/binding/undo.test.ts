import { describe, expect, test } from 'vitest'

import { caretText, exchange, linesOf, putCaret, type, paragraph, openTwo, expectEqual, after } from './testing.ts'

describe('undo', () => {
  test("takes back only one's own edits, and puts the caret back", () => {
    const [ann, bob] = openTwo(paragraph('base'))
    putCaret(ann, 5)
    type(ann, ' ann')
    exchange([ann, bob])
    putCaret(bob, 1)
    type(bob, 'bob ')
    exchange([ann, bob])
    expect(ann.editor.commands.undo()).toBe(true)
    exchange([ann, bob])
    expect(linesOf(ann)).toEqual(['bob base'])
    expect(caretText(ann)).toBe('bob base|')
    ann.editor.commands.redo()
    exchange([ann, bob])
    expect(linesOf(bob)).toEqual(['bob base ann'])
    expect(bob.editor.can().redo()).toBe(false)
    expectEqual(ann, bob)
  })

  test('has nothing to take back in a document that was only opened or read', () => {
    const [ann, bob] = openTwo(paragraph('seed'))
    type(bob, 'x')
    exchange([ann, bob])
    expect(ann.editor.can().undo()).toBe(false)
    expect(ann.editor.commands.undo()).toBe(false)
    expect(linesOf(ann)).toEqual(['xseed'])
  })

  test('of a new paragraph keeps what somebody else has written into it', () => {
    const [ann, bob] = openTwo(paragraph('a'))
    putCaret(ann, 2)
    ann.editor.commands.splitBlock()
    type(ann, 'mine')
    exchange([ann, bob])
    putCaret(bob, after(bob, 'mine'))
    type(bob, ' yours')
    exchange([ann, bob])
    while (ann.editor.commands.undo()) exchange([ann, bob])
    expect(linesOf(ann).join('|')).toContain('yours')
    expect(linesOf(ann).join('|')).not.toContain('mine')
    expectEqual(ann, bob)
  })

  test('of a deletion brings back text, marks and the selection', () => {
    const [ann, bob] = openTwo(paragraph('one two three'))
    putCaret(ann, 5, 9)
    ann.editor.commands.deleteSelection()
    exchange([ann, bob])
    ann.editor.commands.undo()
    exchange([ann, bob])
    expect(linesOf(bob)).toEqual(['one two three'])
    const { from, to } = ann.editor.state.selection
    expect(ann.editor.state.doc.textBetween(from, to)).toBe('two ')
  })

  test('passes over changes that say they are not for it', () => {
    const [ann] = openTwo(paragraph('a'))
    ann.editor.view.dispatch(ann.editor.state.tr.insertText('!', 2).setMeta('addToHistory', false))
    expect(ann.editor.can().undo()).toBe(false)
  })
})
