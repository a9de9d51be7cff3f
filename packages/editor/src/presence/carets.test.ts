import type { Transaction } from '@tiptap/pm/state'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { exchange, openPages, type Page, putCaret, type } from '../binding/testing.ts'
import { carets } from './carets.ts'
import { readCursor } from './cursor.ts'
import type { Measure } from './measure.ts'

/** Ten pixels a position, all on one line; a place beyond 1000 is out of sight. */
const measure: Measure = {
  caret: (pos) => (pos > 100 ? undefined : { left: pos * 10, top: 5, width: 0, height: 20 }),
  selection: (from, to) => (from === to ? [] : [{ left: from * 10, top: 5, width: (to - from) * 10, height: 20 }]),
}

interface Seen extends Page {
  readonly awareness: Awareness
}

let ann: Seen
let bob: Seen

beforeEach(() => {
  const awarenesses: Awareness[] = []
  const minutes = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'We agreed.' }] }],
  } as const
  const pages = openPages(minutes, 2, (doc) => {
    const awareness = new Awareness(doc)
    awarenesses.push(awareness)
    return [carets({ awareness, measure: () => measure })]
  })
  const seen = pages.flatMap((page, index) => {
    const awareness = awarenesses[index]
    return awareness ? [{ ...page, awareness }] : []
  })
  if (seen[0] === undefined || seen[1] === undefined) throw new Error('two pages were asked for')
  ;[ann, bob] = [seen[0], seen[1]]
  for (const [index, { awareness }] of [ann, bob].entries()) {
    awareness.setLocalStateField('user', { id: `p${index}`, name: ['Ann', 'Bob'][index], color: '#d92a38' })
  }
})

afterEach(() => {
  for (const { editor, awareness } of [ann, bob]) {
    editor.destroy()
    awareness.destroy()
  }
})

/** Brings what one says of themselves to the other. */
function show(from: Seen, to: Seen): void {
  applyAwarenessUpdate(to.awareness, encodeAwarenessUpdate(from.awareness, [from.awareness.clientID]), 'remote')
}

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))

/** The layer of a page after its next drawing. */
async function drawn(page: Seen): Promise<HTMLElement> {
  page.editor.view.dom.dispatchEvent(new Event('scroll', { bubbles: true }))
  await frame()
  const layer = page.editor.view.dom.parentElement?.querySelector<HTMLElement>('.carets')
  if (!layer) throw new Error('there is no layer')
  return layer
}

const cursorOf = ({ awareness }: Seen): unknown => awareness.getLocalState()?.['cursor']

describe("one's own caret", () => {
  test('is told only once the text has had the focus, and only when it moves', () => {
    putCaret(ann, 3)
    expect(cursorOf(ann)).toBeUndefined()
    ann.editor.view.focus()
    const first = cursorOf(ann)
    expect(readCursor(first, 'content')).not.toBeNull()
    const clock = ann.awareness.meta.get(ann.awareness.clientID)?.clock
    putCaret(ann, 3)
    expect(ann.awareness.meta.get(ann.awareness.clientID)?.clock).toBe(clock)
    putCaret(ann, 4)
    expect(cursorOf(ann)).not.toEqual(first)
  })

  test('is taken back with the editor', () => {
    ann.editor.view.focus()
    ann.editor.destroy()
    expect(cursorOf(ann)).toBeNull()
  })
})

describe('the carets of others', () => {
  test('stand beside the text, hidden from screen readers, with a name', async () => {
    ann.editor.view.focus()
    putCaret(ann, 4)
    show(ann, bob)
    const layer = await drawn(bob)
    expect(bob.editor.view.dom.contains(layer)).toBe(false)
    expect(layer.getAttribute('aria-hidden')).toBe('true')
    expect(layer.querySelector('.caret-name')?.textContent).toBe('Ann')
    expect(layer.querySelector<HTMLElement>('.caret-line')?.style.transform).toBe('translate(40px, 5px)')
    expect(layer.querySelector('.caret-named')).not.toBeNull()
  })

  test('of guests are marked as those of guests', async () => {
    ann.awareness.setLocalStateField('user', { id: 'p0', name: 'Ann', color: '#d92a38', guest: true })
    ann.editor.view.focus()
    show(ann, bob)
    expect((await drawn(bob)).querySelector('.caret-name')?.textContent).toBe('Ann (guest)')
  })

  test('move with the text, without a word from their owner', async () => {
    ann.editor.view.focus()
    putCaret(ann, 4)
    show(ann, bob)
    putCaret(bob, 1)
    type(bob, 'So ')
    const layer = await drawn(bob)
    expect(layer.querySelector<HTMLElement>('.caret-line')?.style.transform).toBe('translate(70px, 5px)')
  })

  test('never make a transaction', async () => {
    const transactions: Transaction[] = []
    bob.editor.on('transaction', ({ transaction }) => transactions.push(transaction))
    ann.editor.view.focus()
    for (const pos of [2, 5, 3]) {
      putCaret(ann, pos)
      show(ann, bob)
      await drawn(bob)
    }
    ann.awareness.setLocalState(null)
    show(ann, bob)
    await drawn(bob)
    expect(transactions).toEqual([])
  })

  test('show what is selected', async () => {
    ann.editor.view.focus()
    putCaret(ann, 4, 7)
    show(ann, bob)
    const selected = (await drawn(bob)).querySelector<HTMLElement>('.caret-selected')
    expect([selected?.style.transform, selected?.style.width]).toEqual(['translate(40px, 5px)', '30px'])
  })

  test('go when their owner goes', async () => {
    ann.editor.view.focus()
    show(ann, bob)
    expect((await drawn(bob)).children).toHaveLength(1)
    ann.awareness.setLocalState(null)
    show(ann, bob)
    expect((await drawn(bob)).children).toHaveLength(0)
  })

  test('wait until the text that they stand in has come', async () => {
    ann.editor.view.focus()
    putCaret(ann, 11)
    type(ann, ' Yes')
    show(ann, bob)
    expect((await drawn(bob)).querySelector('.caret-line')).toBeNull()
    exchange([ann, bob])
    expect((await drawn(bob)).querySelector<HTMLElement>('.caret-line')?.style.transform).toBe('translate(150px, 5px)')
  })

  test('may be nonsense, or worse, and harm nothing', async () => {
    const states: unknown[] = [
      { user: { name: '<img src=x onerror=alert(1)>', color: 'url(https://example.org)' }, cursor: cursorOf(ann) },
      { user: { name: 7, color: '#d92a38' }, cursor: { anchor: { type: { client: -1, clock: 'x' } }, head: 3 } },
      { user: null, cursor: { anchor: { tname: 'another root' }, head: { tname: 'another root' } } },
      {
        user: { name: 'x' },
        cursor: { anchor: { item: { client: 1, clock: 1e9 } }, head: { item: { client: 1, clock: 1e9 } } },
      },
    ]
    for (const state of states) {
      ann.awareness.setLocalState(state as Record<string, unknown>)
      show(ann, bob)
      const layer = await drawn(bob)
      expect(layer.querySelector('img')).toBeNull()
      expect(layer.innerHTML).not.toContain('url(')
    }
    expect([...bob.doc.share.keys()]).toEqual(['content'])
  })
})

test('a cursor is read only from what is one', () => {
  const place = { type: null, tname: 'content', item: null, assoc: -1 }
  expect(readCursor({ anchor: place, head: place }, 'content')?.head).toEqual(Y.createRelativePositionFromJSON(place))
  for (const wrong of [null, 3, [], {}, { anchor: place }, { anchor: place, head: { ...place, tname: 'other' } }]) {
    expect(readCursor(wrong, 'content')).toBeNull()
  }
})
