import { type LedgerState, NOTHING_YET, type Poll } from '@plenary/shared/ledger'
import { Editor } from '@tiptap/core'
import { describe, expect, onTestFinished, test } from 'vitest'

import type { Ledger } from '../connection/index.ts'
import { createValue } from '../connection/observable.ts'
import { extensions } from '../editor/extensions.ts'
import { type } from '../editor/testing/editor-with.ts'
import { marks } from './marks.ts'

const POLL: Poll = {
  poll: 'p1',
  terms: { block: 'b1', question: 'Go on?', options: ['yes', 'no'], shows: 'live', secret: false, guests: true },
  since: '2027-04-27T16:00:00.000Z',
  consent: null,
  voted: new Map(),
  tally: null,
  uncounted: new Set(),
  count: null,
  room: null,
  reasons: [],
  result: null,
}

/** A question, with a line before it and one behind. */
function page() {
  const state = createValue<LedgerState>(NOTHING_YET)
  const line = (text: string, id: string | null) => ({
    type: 'paragraph',
    attrs: { id },
    content: [{ type: 'text', text }],
  })
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: extensions(),
    injectCSS: false,
    content: { type: 'doc', content: [line('before', null), line('Go on?', 'b1'), line('behind', 'a1')] },
  })
  editor.registerPlugin(marks({ state } as unknown as Ledger))
  onTestFinished(() => editor.destroy())
  return { editor, state }
}

const lines = (editor: Editor) => editor.state.doc.children.map(({ textContent }) => textContent)
const typeAt = (editor: Editor, pos: number, text: string) => {
  editor.commands.setTextSelection(pos)
  type(editor, text)
}

describe('the question of an open vote', () => {
  test('takes no letter, is not deleted, and lets its neighbours be written', () => {
    const { editor, state } = page()
    state.set({ ...NOTHING_YET, sequence: 1, polls: [POLL] })
    typeAt(editor, 11, 'x')
    expect(lines(editor)).toEqual(['before', 'Go on?', 'behind'])
    typeAt(editor, 7, '!')
    typeAt(editor, 18, 'y')
    expect(lines(editor)).toEqual(['before!', 'Go on?', 'ybehind'])
    editor.commands.setTextSelection({ from: 2, to: 20 })
    editor.commands.deleteSelection()
    expect(lines(editor)).toEqual(['before!', 'Go on?', 'ybehind'])
    expect(editor.view.dom.querySelector('.question-locked')?.textContent).toBe('Go on?')
  })

  test('can be written again when it is closed', () => {
    const { editor, state } = page()
    state.set({ ...NOTHING_YET, sequence: 1, polls: [POLL] })
    const result = {
      at: '',
      by: '',
      tally: [1, 0],
      silent: null,
      affiliations: null,
      outcome: { kind: 'consensus', sentence: '' },
    } as const
    state.set({ ...NOTHING_YET, sequence: 2, polls: [{ ...POLL, result }] })
    typeAt(editor, 11, 'x')
    expect(lines(editor)[1]).toBe('Gox on?')
    expect(editor.view.dom.querySelector('.question-locked')).toBeNull()
  })
})

test('the line of the open item is marked, and followed while it is written', () => {
  const { editor, state } = page()
  const item = { item: 'a1', text: 'behind', state: 'open', since: '', spent: 0, extended: 0, presenters: [] } as const
  state.set({ ...NOTHING_YET, sequence: 1, agenda: [item] })
  typeAt(editor, 17, 'now ')
  expect(editor.view.dom.querySelector('.item-open')?.textContent).toBe('now behind')
  state.set({ ...NOTHING_YET, sequence: 2, agenda: [{ ...item, state: 'done', since: null }] })
  expect(editor.view.dom.querySelector('.item-open')).toBeNull()
})
