import type { DocJson } from '@plenary/shared/document'
import { Slice } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { RUNS, SEED } from '../testing/fuzz.ts'
import { bothSides, deliver, exchange, openPages, type Page, putCaret } from './testing.ts'

const text = (words: string) => [{ type: 'text' as const, text: words }]
const MINUTES: DocJson = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1, id: 'a', role: 'plain' }, content: text('Weekly') },
    {
      type: 'paragraph',
      attrs: { id: 'b', role: 'action' },
      content: [...text('one'), { type: 'hardBreak' }, ...text('two 🎉 three')],
    },
    {
      type: 'bulletList',
      attrs: { id: 'c', role: 'agenda' },
      content: [
        { type: 'listItem', attrs: { checked: false }, content: [{ type: 'paragraph', content: text('task') }] },
        { type: 'listItem', content: [{ type: 'paragraph' }] },
      ],
    },
    {
      type: 'table',
      attrs: { id: 'd' },
      content: [
        { type: 'tableRow', content: [{ type: 'tableCell', content: text('SF') }, { type: 'tableCell' }] },
        { type: 'tableRow', content: [{ type: 'tableCell', content: text('17') }] },
      ],
    },
    { type: 'codeBlock', content: text('ls\ncd') },
    { type: 'paragraph' },
  ],
}

/** What a person may do next; the numbers (0 to 1) choose a place. Whatever does not fit that place does nothing. */
type Act =
  | { readonly act: 'type'; readonly at: number; readonly text: string }
  | { readonly act: 'delete' | 'bold' | 'copy'; readonly at: number; readonly to: number }
  | {
      readonly act: 'split' | 'clear' | 'join' | 'lift' | 'heading' | 'quote' | 'list' | 'check' | 'say'
      readonly at: number
    }
  | { readonly act: 'undo' | 'redo' | 'tell' | 'meet' }

const place = fc.double({ min: 0, max: 1, noNaN: true })
const act: fc.Arbitrary<readonly [person: number, Act]> = fc.tuple(
  fc.nat(2),
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        act: fc.constant('type' as const),
        at: place,
        text: fc.constantFrom('a', 'bc', '🎉', ' '),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        act: fc.constantFrom('delete' as const, 'bold' as const, 'copy' as const),
        at: place,
        to: place,
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constantFrom(
          'split' as const,
          'clear' as const,
          'join' as const,
          'lift' as const,
          'heading' as const,
          'quote' as const,
          'list' as const,
          'check' as const,
          'say' as const,
        ),
        at: place,
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constantFrom('undo' as const, 'redo' as const, 'tell' as const, 'meet' as const),
      }),
    },
  ),
)

/** The nearest text position to a place. */
function near({ editor }: Page, at: number): number {
  const { doc } = editor.state
  return TextSelection.near(doc.resolve(Math.floor(at * doc.content.size))).from
}

function perform(page: Page, pages: readonly Page[], does: Act): void {
  const { commands } = page.editor
  switch (does.act) {
    case 'type':
      putCaret(page, near(page, does.at))
      page.editor.view.dispatch(page.editor.state.tr.insertText(does.text))
      break
    case 'delete':
    case 'bold':
    case 'copy':
      select(page, does.at, does.to)
      if (does.act === 'delete') commands.deleteSelection()
      else if (does.act === 'bold') commands.toggleMark('bold')
      else paste(page)
      break
    case 'split':
      putCaret(page, near(page, does.at))
      if (!commands.splitListItem('listItem')) commands.splitBlock()
      break
    case 'clear':
      putCaret(page, near(page, does.at))
      clear(page)
      break
    case 'join':
      putCaret(page, near(page, does.at))
      commands.joinBackward()
      break
    case 'lift':
      putCaret(page, near(page, does.at))
      if (!commands.liftListItem('listItem')) commands.liftEmptyBlock()
      break
    case 'heading':
      putCaret(page, near(page, does.at))
      commands.toggleNode('heading', 'paragraph', { level: 2 })
      break
    case 'quote':
      putCaret(page, near(page, does.at))
      commands.toggleWrap('blockquote')
      break
    case 'list':
      putCaret(page, near(page, does.at))
      commands.toggleList('bulletList', 'listItem')
      break
    case 'check':
      putCaret(page, near(page, does.at))
      commands.updateAttributes('listItem', { checked: true })
      break
    case 'say':
      putCaret(page, near(page, does.at))
      commands.updateAttributes('paragraph', { id: `n${page.doc.clientID}`, role: 'decision' })
      break
    case 'undo':
      commands.undo()
      break
    case 'redo':
      commands.redo()
      break
    case 'tell':
      deliver(page, pages)
      break
    case 'meet':
      exchange(pages)
      break
  }
}

function select(page: Page, from: number, to: number): void {
  const [a, b] = [near(page, from), near(page, to)]
  putCaret(page, Math.min(a, b), Math.max(a, b))
}

/** Takes away all that stands in the block of the caret, but not the block. */
function clear({ editor }: Page): void {
  const { $from } = editor.state.selection
  editor.view.dispatch(editor.state.tr.delete($from.start(), $from.end()))
}

/** Puts what is selected a second time at the end of the document. */
function paste({ editor }: Page): void {
  const { state } = editor
  const { content } = state.selection.content()
  editor.view.dispatch(state.tr.replace(state.doc.content.size, state.doc.content.size, new Slice(content, 0, 0)))
}

/** Marks on a hard break are the editor's alone: Yjs keeps marks on text. */
function withoutBreakMarks(node: unknown): unknown {
  return JSON.parse(JSON.stringify(node), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'hardBreak') return value
    return { type: 'hardBreak' }
  })
}

function expectSame(page: Page): void {
  const [fromYjs, shown] = bothSides(page)
  expect(withoutBreakMarks(shown)).toEqual(withoutBreakMarks(fromYjs))
}

test(
  `whatever three people do, every page shows what its document says, and in the end all say the same (PLENARY_SEED=${SEED})`,
  () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 40 }), (acts) => {
        const pages = openPages(MINUTES, 3)
        try {
          for (const [person, does] of acts) {
            const page = pages[person]
            if (page === undefined) continue
            perform(page, pages, does)
            for (const page of pages) expectSame(page)
          }
          exchange(pages)
          const [first, ...others] = pages
          for (const page of pages) expectSame(page)
          for (const page of others)
            expect(withoutBreakMarks(page.editor.getJSON())).toEqual(withoutBreakMarks(first?.editor.getJSON()))
        } finally {
          for (const page of pages) page.editor.destroy()
        }
      }),
      { seed: SEED, numRuns: 50 * RUNS },
    )
  },
  120_000 * RUNS,
)
