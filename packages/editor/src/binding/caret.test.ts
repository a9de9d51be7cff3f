import { describe, expect, test } from 'vitest'

import { caretText, exchange, linesOf, putCaret, type, paragraph, openTwo, expectEqual, after } from './testing.ts'

describe('the caret', () => {
  test('stays where it was in a new empty paragraph that somebody else begins', () => {
    const [ann, bob] = openTwo(paragraph('x'), paragraph(''))
    putCaret(ann, 4)
    putCaret(bob, 4)
    for (const letter of 'test') {
      type(ann, letter)
      exchange([ann, bob])
    }
    expect(caretText(ann)).toBe('test|')
    expect(caretText(bob)).toBe('|test')
  })

  test('stays inside an empty code block, and its owner can write there', () => {
    const [ann, bob] = openTwo({ type: 'codeBlock' }, paragraph(''))
    putCaret(ann, 1)
    putCaret(bob, 1)
    type(bob, 'ls')
    exchange([ann, bob])
    type(ann, 'cd')
    exchange([ann, bob])
    expect(linesOf(ann)).toEqual(['cdls', ''])
    expectEqual(ann, bob)
  })

  test('keeps to its word when text comes before it, behind it, and in other blocks', () => {
    const [ann, bob] = openTwo(paragraph('top'), paragraph('one two three'))
    putCaret(bob, after(bob, 'two'))
    putCaret(ann, after(ann, 'one'))
    type(ann, ' and a half')
    putCaret(ann, after(ann, 'three'))
    type(ann, ' four')
    putCaret(ann, 1)
    ann.editor.commands.splitBlock()
    exchange([ann, bob])
    expect(caretText(bob)).toBe('one and a half two| three four')
  })

  test('keeps a selection to what was selected', () => {
    const [ann, bob] = openTwo(paragraph('one two three'))
    putCaret(bob, 5, 8)
    putCaret(ann, 5)
    type(ann, '<')
    putCaret(ann, after(ann, 'two'))
    type(ann, '>')
    exchange([ann, bob])
    const { from, to } = bob.editor.state.selection
    expect(bob.editor.state.doc.textBetween(from, to)).toBe('two')
  })

  test('stays near when its paragraph is deleted', () => {
    const [ann, bob] = openTwo(paragraph('a'), paragraph('gone'), paragraph('c'))
    putCaret(bob, after(bob, 'go'))
    ann.editor.commands.deleteRange({ from: 3, to: 9 })
    exchange([ann, bob])
    expect(linesOf(bob)).toEqual(['a', 'c'])
    expect(['a|', '|c']).toContain(caretText(bob))
  })

  test('keeps the bold that was just switched on', () => {
    const [ann, bob] = openTwo(paragraph('a'), paragraph('b'))
    putCaret(bob, 2)
    bob.editor.commands.toggleMark('bold')
    putCaret(ann, 5)
    type(ann, '!')
    exchange([ann, bob])
    type(bob, 'c')
    expect(bob.editor.state.doc.firstChild?.lastChild?.marks.map(({ type }) => type.name)).toEqual(['bold'])
  })
})
