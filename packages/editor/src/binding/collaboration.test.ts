import { contentOf, type DocJson } from '@plenary/shared/document'
import type { Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { isRemote } from './binding.ts'
import { bothSides, caretText, deliver, exchange, linesOf, openPages, type Page, putCaret, type } from './testing.ts'

const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  ...(text === '' ? {} : { content: [{ type: 'text' as const, text }] }),
})
const item = (text: string) => ({ type: 'listItem' as const, content: [paragraph(text)] })
const cell = (text: string) => ({
  type: 'tableCell' as const,
  ...(text === '' ? {} : { content: [{ type: 'text' as const, text }] }),
})
const minutes = (...content: DocJson['content']): DocJson => ({ type: 'doc', content })

/** Two pages on the same minutes. */
function open(...content: DocJson['content']): [ann: Page, bob: Page] {
  const [ann, bob] = openPages(minutes(...content), 2)
  if (ann === undefined || bob === undefined) throw new Error('two pages were asked for')
  return [ann, bob]
}

function expectEqual(...pages: Page[]): void {
  for (const page of pages) {
    const [fromYjs, shown] = bothSides(page)
    expect(shown).toEqual(fromYjs)
    expect(shown).toEqual(pages[0]?.editor.state.doc.toJSON())
  }
}

/** The next position at which `text` ends. */
function after(page: Page, text: string): number {
  let found = -1
  page.editor.state.doc.descendants((node, pos) => {
    const at = node.isTextblock ? node.textBetween(0, node.content.size, undefined, '␤').indexOf(text) : -1
    if (at !== -1 && found === -1) found = pos + 1 + at + text.length
  })
  return found
}

describe('opening', () => {
  test('shows the document and writes nothing, however many look', () => {
    const pages = openPages(minutes(paragraph('Welcome'), { type: 'paragraph' }), 3)
    for (const page of pages) {
      page.editor.commands.focus()
      putCaret(page, 3)
      expect(linesOf(page)).toEqual(['Welcome', ''])
      expect(page.outgoing).toEqual([])
    }
  })

  test('leaves the document as it is where a merge took the last block of an item, and shows an empty one', () => {
    const [ann, bob] = open({
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph('a'), paragraph('b')] }],
    })
    ann.editor.commands.deleteRange({ from: 2, to: 5 })
    bob.editor.commands.deleteRange({ from: 5, to: 8 })
    deliver(ann, [bob])
    deliver(bob, [ann])
    expect(linesOf(ann)).toEqual([''])
    expect(ann.outgoing).toEqual([])
    expect(bob.outgoing).toEqual([])
    putCaret(ann, 3)
    type(ann, 'again')
    exchange([ann, bob])
    expect(linesOf(bob)).toEqual(['again'])
    expectEqual(ann, bob)
  })

  test('is refused where the document holds what the page cannot show, and nothing is deleted', () => {
    const [ann, bob] = open(paragraph('a'))
    contentOf(ann.doc).push([new Y.XmlElement('poll')])
    expect(ann.editor.isEditable).toBe(false)
    exchange([ann, bob])
    expect(bob.editor.isEditable).toBe(false)
    expect(contentOf(bob.doc).length).toBe(2)
    expect(bob.outgoing).toEqual([])
  })
})

describe('writing at the same time', () => {
  test('in one paragraph keeps both texts whole', () => {
    const [ann, bob] = open(paragraph('We agreed.'))
    putCaret(ann, 1)
    putCaret(bob, 11)
    type(ann, 'Today: ')
    type(bob, ' Bob will write.')
    exchange([ann, bob])
    expect(linesOf(ann)).toEqual(['Today: We agreed. Bob will write.'])
    expectEqual(ann, bob)
  })

  test('at the very same spot gives two runs of text, letter by letter as well', () => {
    const [ann, bob] = open(paragraph('Present: '))
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
    const [ann, bob] = open(paragraph(''))
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
    const [ann, bob] = open({ type: 'bulletList', content: [item('first'), item('second')] })
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
    const [ann, bob] = open({ type: 'table', content: [row('For', 'Against'), row('', '')] })
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
    const [ann, bob] = open(paragraph('one two three'))
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
    const [ann, bob] = open({ type: 'paragraph', content: [text('up'), { type: 'hardBreak' }, text('down')] })
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

describe('the caret', () => {
  test('stays where it was in a new empty paragraph that somebody else begins', () => {
    const [ann, bob] = open(paragraph('x'), paragraph(''))
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
    const [ann, bob] = open({ type: 'codeBlock' }, paragraph(''))
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
    const [ann, bob] = open(paragraph('top'), paragraph('one two three'))
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
    const [ann, bob] = open(paragraph('one two three'))
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
    const [ann, bob] = open(paragraph('a'), paragraph('gone'), paragraph('c'))
    putCaret(bob, after(bob, 'go'))
    ann.editor.commands.deleteRange({ from: 3, to: 9 })
    exchange([ann, bob])
    expect(linesOf(bob)).toEqual(['a', 'c'])
    expect(['a|', '|c']).toContain(caretText(bob))
  })

  test('keeps the bold that was just switched on', () => {
    const [ann, bob] = open(paragraph('a'), paragraph('b'))
    putCaret(bob, 2)
    bob.editor.commands.toggleMark('bold')
    putCaret(ann, 5)
    type(ann, '!')
    exchange([ann, bob])
    type(bob, 'c')
    expect(bob.editor.state.doc.firstChild?.lastChild?.marks.map(({ type }) => type.name)).toEqual(['bold'])
  })
})

describe('what comes from others', () => {
  /** The ranges (in the old document) that remote transactions replaced. */
  function watch(page: Page): [number, number][] {
    const ranges: [number, number][] = []
    page.editor.on('transaction', ({ transaction }: { transaction: Transaction }) => {
      if (!isRemote(transaction)) return
      for (const map of transaction.mapping.maps) map.forEach((from, to) => ranges.push([from, to]))
    })
    return ranges
  }

  test('touches only the letters that changed', () => {
    const [ann, bob] = open(paragraph('first'), paragraph('second'), paragraph('third'))
    const ranges = watch(bob)
    putCaret(ann, after(ann, 'sec'))
    type(ann, 'X')
    exchange([ann, bob])
    expect(ranges).toEqual([[11, 11]])
  })

  test('touches two far places without what lies between, in one transaction', () => {
    const [ann, bob] = open(...Array.from({ length: 9 }, (_, n) => paragraph(`line ${n}`)))
    const untouched = bob.editor.state.doc.child(4)
    const ranges = watch(bob)
    let transactions = 0
    bob.editor.on('transaction', () => (transactions += 1))
    putCaret(ann, after(ann, 'line 8'))
    type(ann, '!')
    putCaret(ann, after(ann, 'line 0'))
    type(ann, '!')
    exchange([ann, bob])
    expect(ranges).toEqual([
      [71, 71],
      [7, 7],
    ])
    expect(transactions).toBe(1)
    expect(bob.editor.state.doc.child(4)).toBe(untouched)
  })

  test('keeps the DOM of a block that only moved down', () => {
    const [ann, bob] = open(paragraph('stays'))
    const dom = bob.editor.view.nodeDOM(0)
    putCaret(ann, 1)
    ann.editor.commands.insertContentAt(0, {
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: 'New' }],
    })
    exchange([ann, bob])
    expect(linesOf(bob)).toEqual(['New', 'stays'])
    expect(bob.editor.view.nodeDOM(5)).toBe(dom)
  })

  test('changes an attribute without replacing the block', () => {
    const [ann, bob] = open({ type: 'bulletList', content: [{ ...item('task'), attrs: { checked: false } }] })
    const ranges = watch(bob)
    ann.editor.view.dispatch(ann.editor.state.tr.setNodeAttribute(1, 'checked', true))
    exchange([ann, bob])
    expect(bob.editor.state.doc.nodeAt(1)?.attrs['checked']).toBe(true)
    expect(ranges).toEqual([])
    expectEqual(ann, bob)
  })
})

describe('undo', () => {
  test("takes back only one's own edits, and puts the caret back", () => {
    const [ann, bob] = open(paragraph('base'))
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
    const [ann, bob] = open(paragraph('seed'))
    type(bob, 'x')
    exchange([ann, bob])
    expect(ann.editor.can().undo()).toBe(false)
    expect(ann.editor.commands.undo()).toBe(false)
    expect(linesOf(ann)).toEqual(['xseed'])
  })

  test('of a new paragraph keeps what somebody else has written into it', () => {
    const [ann, bob] = open(paragraph('a'))
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
    const [ann, bob] = open(paragraph('one two three'))
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
    const [ann] = open(paragraph('a'))
    ann.editor.view.dispatch(ann.editor.state.tr.insertText('!', 2).setMeta('addToHistory', false))
    expect(ann.editor.can().undo()).toBe(false)
  })
})
