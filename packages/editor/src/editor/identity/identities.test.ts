import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'

import { done, h, known, li, ol, p, quote, row, source, table, ul } from '../testing/build.ts'
import { editorWith, paste, press, sharedEditorWith, type } from '../testing/editor-with.ts'

/** `id role text` of every text block, table and source, and `id role [` of every list, in their order. */
function identities(editor: Editor): string[] {
  const found: string[] = []
  editor.state.doc.check()
  editor.state.doc.descendants((node) => {
    if (!('id' in node.attrs)) return true
    const { id, role } = node.attrs as Record<'id' | 'role', string | null>
    found.push(`${id ?? '-'} ${role ?? '-'} ${node.isTextblock ? node.textContent : '['}`)
    return true
  })
  return found
}

function after(keys: readonly string[], ...blocks: Node[]): string[] {
  const editor = editorWith(...blocks)
  for (const key of keys) press(editor, key)
  return identities(editor)
}

describe('a block that is split', () => {
  test('stays itself in front of the caret', () => {
    expect(after(['Enter'], known('a', 'action', p('one‸ two')))).toEqual(['a action one', '- -  two'])
    expect(after(['Enter'], known('a', 'action', p('one‸')))).toEqual(['a action one', '- - '])
    expect(after(['Enter'], known('a', 'decision', h(2, 'one‸ two')))).toEqual(['a decision one', '- -  two'])
    expect(after(['Enter'], known(null, 'plain', p('one‸ two')))).toEqual(['- plain one', '- -  two'])
  })

  test('stays itself below a line that is put before it', () => {
    expect(after(['Enter'], known('a', 'action', p('‸one')))).toEqual(['- - ', 'a action one'])
    expect(after(['Enter'], known('a', 'action', h(2, '‸one')))).toEqual(['- - ', 'a action one'])
  })

  test('stays itself in an item', () => {
    const item = (text: string): Node => ul(done(known('a', 'action', p(text))))
    expect(after(['Enter'], item('one‸ two'))).toEqual(['- - [', 'a action one', '- -  two'])
    expect(after(['Enter'], item('one‸'))).toEqual(['- - [', 'a action one', '- - '])
    expect(after(['Enter'], item('‸one'))).toEqual(['- - [', '- - ', 'a action one'])
  })

  test('stays itself where what is selected goes with it', () => {
    expect(after(['Enter'], known('a', 'action', p('one‸ and‸ two')))).toEqual(['a action one', '- -  two'])
  })
})

describe('a list that is taken apart', () => {
  const list = (...items: Node[]): Node => known('a', 'agenda', ul(...items))

  test('has its id once', () => {
    expect(after(['Shift-Tab'], list(li('one'), li('‸two'), li('three')))).toEqual([
      'a agenda [',
      '- - one',
      '- - two',
      '- agenda [',
      '- - three',
    ])
    expect(after(['Shift-Tab'], list(li('‸one'), li('two')))).toEqual(['- - one', 'a agenda [', '- - two'])
  })

  test('is another list within when an item goes a level deeper', () => {
    expect(after(['Tab'], list(li('one'), li('‸two')))).toEqual(['a agenda [', '- - one', '- - [', '- - two'])
  })
})

describe('a block that is changed', () => {
  test('keeps what it is as a heading and as a paragraph', () => {
    expect(after(['Mod-Alt-2'], known('a', 'action', p('one‸')))).toEqual(['a action one'])
    expect(after(['Mod-Alt-2', 'Mod-Alt-2'], known('a', 'action', p('one‸')))).toEqual(['a action one'])
    const editor = editorWith(known('a', 'action', p('‸one')))
    type(editor, '## ')
    expect(identities(editor)).toEqual(['a action one'])
    expect(editor.state.doc.firstChild?.type.name).toBe('heading')
  })

  test('keeps what it is as another kind of list', () => {
    expect(after(['Mod-Shift-7'], known('a', 'agenda', ul(li('one‸'))))).toEqual(['a agenda [', '- - one'])
  })

  test('keeps what it is in a list and in a quote, and when it is moved', () => {
    expect(after(['Mod-Shift-8'], known('a', 'action', p('one‸')))).toEqual(['- - [', 'a action one'])
    expect(after(['Mod-Alt-7'], known('a', 'action', p('one‸')))).toEqual(['a action one'])
    expect(after(['Alt-Shift-ArrowUp'], p('one'), known('a', 'action', p('two‸')))).toEqual(['a action two', '- - one'])
  })
})

describe('blocks that are joined', () => {
  test('are the one that is left', () => {
    expect(after(['Backspace'], known('a', 'action', p('one')), known('b', null, p('‸two')))).toEqual([
      'a action onetwo',
    ])
    expect(after(['Delete'], known('a', null, p('one‸')), known('b', 'action', p('two')))).toEqual(['a - onetwo'])
    expect(after(['Backspace'], p(''), known('b', 'action', p('‸two')))).toEqual(['b action two'])
  })
})

/** Puts what is selected on a clipboard, as the browser would. */
function copy(editor: Editor): { text: string; html: string } {
  const { dom, text } = editor.view.serializeForClipboard(editor.state.selection.content())
  return { text, html: dom.innerHTML }
}

const caretAt = (editor: Editor, pos: number): void =>
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, pos)))

describe('what is pasted', () => {
  const minutes = (): Node[] => [known('a', 'action', p('‸one')), known('b', 'agenda', ol(li('two'))), p('three‸')]

  test('is another block while the one it was copied from is there', async () => {
    const editor = sharedEditorWith(...minutes(), p(''))
    const copied = copy(editor)
    caretAt(editor, editor.state.doc.content.size - 1)
    await paste(editor, copied)
    expect(identities(editor)).toEqual([
      'a action one',
      'b agenda [',
      '- - two',
      '- - three',
      '- action one',
      '- agenda [',
      '- - two',
      '- - three',
    ])
  })

  test('is the block that was cut', async () => {
    const editor = sharedEditorWith(...minutes(), p('end'))
    const copied = copy(editor)
    editor.view.dispatch(editor.state.tr.deleteSelection())
    caretAt(editor, editor.state.doc.content.size - 1)
    press(editor, 'Enter')
    await paste(editor, copied)
    expect(identities(editor)).toEqual(['- - ', '- - end', 'a action one', 'b agenda [', '- - two', '- - three'])
  })

  test('is the block whose words were cut, not the empty line that they left', async () => {
    const editor = sharedEditorWith(ul(li(known('a', 'action', p('‸one‸'))), li('')))
    const copied = copy(editor)
    editor.view.dispatch(editor.state.tr.deleteSelection())
    expect(identities(editor)).toEqual(['- - [', 'a action ', '- - '])
    caretAt(editor, 7)
    await paste(editor, copied)
    expect(identities(editor)).toEqual(['- - [', '- - ', 'a action one'])
  })

  test('into the text of another block is text', async () => {
    const editor = sharedEditorWith(known('a', 'action', p('‸one‸')), p('two'))
    const copied = copy(editor)
    caretAt(editor, 9)
    await paste(editor, copied)
    expect(identities(editor)).toEqual(['a action one', '- - twoone'])
  })

  test('from a page of somebody else has no identity, whatever its HTML says', async () => {
    const editor = editorWith(p('‸'))
    await paste(editor, {
      html: '<h2 id="x" role="action">one</h2><ul id="y" role="agenda"><li><p id="z">two</p></li></ul>',
    })
    expect(identities(editor)).toEqual(['- - one', '- - [', '- - two'])
  })

  test('has its table and its source too', async () => {
    const from = editorWith(
      p('‸'),
      known('a', 'poll', table(row('SF', 'F'))),
      known('b', 'attendance', source('html', '<!-- x -->')),
      p('end'),
    )
    from.commands.selectAll()
    const editor = editorWith(p('‸'))
    await paste(editor, copy(from))
    expect(identities(editor)).toEqual(['- - ', 'a poll [', 'b attendance <!-- x -->', '- - end'])
  })
})

describe('what is dragged', () => {
  function drag(how: { isCopy: boolean }): string[] {
    const editor = editorWith(known('a', 'action', p('one')), quote(p('two')))
    const { state, view } = editor
    const { tr } = state
    const { content } = NodeSelection.create(state.doc, 0).content()
    if (!how.isCopy) tr.delete(0, 5)
    view.dispatch(tr.insert(tr.doc.content.size, content))
    return identities(editor)
  }

  test('stays itself', () => {
    expect(drag({ isCopy: false })).toEqual(['- - two', 'a action one'])
  })

  test('is another block if it is copied', () => {
    expect(drag({ isCopy: true })).toEqual(['a action one', '- - two', '- action one'])
  })
})

test('one undo takes back a split with all that came of it', () => {
  const editor = sharedEditorWith(known('a', 'action', p('one‸ two')))
  press(editor, 'Enter')
  editor.commands.undo()
  expect(identities(editor)).toEqual(['a action one two'])
})
