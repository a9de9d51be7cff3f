import { contentOf } from '@plenary/shared/document'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import {
  deliver,
  exchange,
  linesOf,
  openPages,
  putCaret,
  type,
  paragraph,
  minutes,
  openTwo,
  expectEqual,
} from './testing.ts'

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
    const [ann, bob] = openTwo({
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
    const [ann, bob] = openTwo(paragraph('a'))
    const newer = new Y.Doc()
    contentOf(newer).push([new Y.XmlElement('poll')])
    for (const page of [ann, bob]) Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(newer), 'remote')
    expect(ann.editor.isEditable).toBe(false)
    expect(bob.editor.isEditable).toBe(false)
    expect(contentOf(bob.doc).length).toBe(2)
    expect(bob.outgoing).toEqual([])
  })
})
