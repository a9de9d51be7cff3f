import { type LedgerState, NOTHING_YET, type Poll } from '@plenary/shared/ledger'
import { Editor } from '@tiptap/core'
import { describe, expect, onTestFinished, test } from 'vitest'

import {
  after,
  exchange,
  linesOf,
  openTwo,
  type Page,
  paragraph,
  putCaret,
  type as typeText,
} from '../binding/testing.ts'
import type { Ledger } from '../connection/index.ts'
import { createValue } from '../connection/observable.ts'
import { extensions } from '../editor/extensions.ts'
import { asOneStep } from '../editor/history.ts'
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
  editor.registerPlugin(marks({ state } as unknown as Ledger, () => undefined))
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

describe('undo while a question is voted on', () => {
  /** Ann has written the question, which Bob sees as well. */
  function pages() {
    const state = createValue<LedgerState>(NOTHING_YET)
    const refused: string[] = []
    const line = (text: string, id: string | null) => ({ ...paragraph(text), attrs: { id } })
    const [ann, bob] = openTwo(line('before', null), line('Go', 'b1'))
    for (const { editor } of [ann, bob]) {
      editor.registerPlugin(marks({ state } as unknown as Ledger, (sentence) => refused.push(sentence)))
      onTestFinished(() => editor.destroy())
    }
    const write = (page: Page, behind: string, text: string) => {
      putCaret(page, after(page, behind))
      asOneStep(page.editor.view, () => typeText(page, text))
      exchange([ann, bob])
    }
    write(ann, 'Go', ' on?')
    const vote = (isOpen: boolean) =>
      state.set({ ...NOTHING_YET, sequence: state.get().sequence + 1, polls: isOpen ? [POLL] : [] })
    return { ann, bob, refused, write, vote }
  }
  const takeBack = (page: Page, act: 'undo' | 'redo' = 'undo') => page.editor.commands[act]()

  test('leaves it alone for whoever wrote it, says why, and does it once the vote is closed', () => {
    const { ann, bob, refused, vote } = pages()
    vote(true)
    takeBack(ann)
    exchange([ann, bob])
    expect([linesOf(ann), linesOf(bob)]).toEqual([
      ['before', 'Go on?'],
      ['before', 'Go on?'],
    ])
    expect(refused).toEqual([expect.stringContaining('locked while it is voted on')])
    vote(false)
    takeBack(ann)
    exchange([ann, bob])
    expect(linesOf(bob)).toEqual(['before', 'Go'])
    vote(true)
    takeBack(ann, 'redo')
    expect(linesOf(ann)).toEqual(['before', 'Go'])
    expect(refused).toHaveLength(2)
  })

  test('takes back what was written beside it, down to the question and no further', () => {
    const { ann, bob, refused, write, vote } = pages()
    vote(true)
    write(ann, 'before', ' all')
    write(bob, 'before', '!')
    ann.editor.commands.setNodeSelection(0)
    ann.editor.commands.deleteSelection()
    expect(linesOf(ann)).toEqual(['Go on?'])
    takeBack(ann)
    expect(linesOf(ann)).toEqual(['before! all', 'Go on?'])
    takeBack(ann)
    expect(linesOf(ann)).toEqual(['before!', 'Go on?'])
    expect(refused).toEqual([])
    takeBack(ann)
    exchange([ann, bob])
    expect(linesOf(bob)).toEqual(['before!', 'Go on?'])
    expect(refused).toHaveLength(1)
  })

  test('brings nothing back into it, and does not go past a step that changes nothing any more', () => {
    const { ann, bob, refused, write, vote } = pages()
    putCaret(ann, after(ann, 'Go'), after(ann, 'Go on?'))
    asOneStep(ann.editor.view, () => ann.editor.commands.deleteSelection())
    write(ann, 'before', ' all')
    putCaret(bob, after(bob, 'before'), after(bob, 'before all'))
    bob.editor.commands.deleteSelection()
    exchange([ann, bob])
    vote(true)
    // Bob has taken out the last that Ann wrote: there is nothing of it to take back.
    takeBack(ann)
    expect(linesOf(ann)).toEqual(['before', 'Go'])
    expect(refused).toHaveLength(1)
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
