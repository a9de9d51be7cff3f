import { contentOf, read } from '@plenary/shared/document'
import { minutesSchema } from '@plenary/shared/schema'
import { EditorState } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import { expect, test } from 'vitest'
import {
  absolutePositionToRelativePosition,
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPlugin,
  ySyncPluginKey,
} from 'y-prosemirror'
import * as Y from 'yjs'

import { guardOf } from '../testing/guarded.ts'
import { bindingOf } from './collaboration.ts'
import { bothSides, linesOf, openPages, type Page, putCaret, type } from './testing.ts'

const MINUTES = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Attendees' }] },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ada' }] }] },
        { type: 'listItem', content: [{ type: 'paragraph' }] },
      ],
    },
  ],
} as const

/** Somebody who joins with an editor of their own over y-prosemirror, as it is. */
function openStock(page: Page): { doc: Y.Doc; view: EditorView } {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(page.doc))
  doc.on('update', guardOf(doc))
  const state = EditorState.create({ schema: minutesSchema(), plugins: [ySyncPlugin(contentOf(doc))] })
  return { doc, view: new EditorView(document.createElement('div'), { state }) }
}

function exchange(...docs: Y.Doc[]): void {
  for (let round = 0; round < 3; round++) {
    for (const from of docs) {
      for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'remote')
    }
  }
}

test('a stock y-prosemirror editor and ours write the same minutes', () => {
  const [ours] = openPages(MINUTES, 1)
  if (ours === undefined) throw new Error('a page was asked for')
  const stock = openStock(ours)
  putCaret(ours, 10)
  type(ours, '!')
  ours.editor.commands.splitBlock()
  type(ours, 'ours')
  stock.view.dispatch(stock.view.state.tr.insertText(' Lovelace', 17))
  stock.view.dispatch(stock.view.state.tr.addMark(14, 17, stock.view.state.schema.mark('bold')))
  exchange(ours.doc, stock.doc)
  expect(linesOf(ours)).toEqual(['Attendees!', 'ours', 'Ada Lovelace', ''])
  expect(stock.view.state.doc.toJSON()).toEqual(ours.editor.state.doc.toJSON())
  expect(read(stock.doc)).toEqual(read(ours.doc))
  const [fromYjs, shown] = bothSides(ours)
  expect(shown).toEqual(fromYjs)
  ours.editor.commands.undo()
  exchange(ours.doc, stock.doc)
  expect(stock.view.state.doc.toJSON()).toEqual(ours.editor.state.doc.toJSON())
})

test('both mean the same place by a caret, at every position of the text', () => {
  const [ours] = openPages(MINUTES, 1)
  if (ours === undefined) throw new Error('a page was asked for')
  const stock = openStock(ours)
  const binding = bindingOf(ours.editor)
  const { mapping } = (ySyncPluginKey.getState(stock.view.state) as { binding: ProsemirrorBinding }).binding
  const json = (place: Y.RelativePosition): Y.RelativePosition =>
    Y.createRelativePositionFromJSON(JSON.parse(JSON.stringify(Y.relativePositionToJSON(place))))
  ours.editor.state.doc.descendants((node, start) => {
    if (!node.isTextblock) return
    for (let pos = start + 1; pos <= start + 1 + node.content.size; pos++) {
      const place = binding?.placeOf(ours.editor.state, pos, -1)
      if (!place) throw new Error('every position is a place')
      expect(binding?.positionOf(json(place))).toBe(pos)
      expect(relativePositionToAbsolutePosition(stock.doc, contentOf(stock.doc), json(place), mapping)).toBe(pos)
      const theirs = absolutePositionToRelativePosition(pos, contentOf(stock.doc), mapping) as Y.RelativePosition
      expect(binding?.positionOf(json(theirs))).toBe(pos)
    }
  })
})
