import type { Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'

import { isRemote } from './binding.ts'
import {
  exchange,
  linesOf,
  type Page,
  putCaret,
  type,
  paragraph,
  openTwo,
  expectEqual,
  after,
  item,
} from './testing.ts'

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
    const [ann, bob] = openTwo(paragraph('first'), paragraph('second'), paragraph('third'))
    const ranges = watch(bob)
    putCaret(ann, after(ann, 'sec'))
    type(ann, 'X')
    exchange([ann, bob])
    expect(ranges).toEqual([[11, 11]])
  })

  test('touches two far places without what lies between, in one transaction', () => {
    const [ann, bob] = openTwo(...Array.from({ length: 9 }, (_, n) => paragraph(`line ${n}`)))
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
    const [ann, bob] = openTwo(paragraph('stays'))
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
    const [ann, bob] = openTwo({ type: 'bulletList', content: [{ ...item('task'), attrs: { checked: false } }] })
    const ranges = watch(bob)
    ann.editor.view.dispatch(ann.editor.state.tr.setNodeAttribute(1, 'checked', true))
    exchange([ann, bob])
    expect(bob.editor.state.doc.nodeAt(1)?.attrs['checked']).toBe(true)
    expect(ranges).toEqual([])
    expectEqual(ann, bob)
  })
})
