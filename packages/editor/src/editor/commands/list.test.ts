import type { Node } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'

import { code, done, h, li, minutes, ol, p, quote, todo, ul } from '../testing/build.ts'
import { editorWith, press, shown } from '../testing/editor-with.ts'

function after(keys: readonly string[], ...blocks: Node[]): unknown {
  const editor = editorWith(...blocks)
  for (const key of keys) press(editor, key)
  return shown(editor)
}

const [BULLETS, NUMBERS, TASKS] = ['Mod-Shift-8', 'Mod-Shift-7', 'Mod-Shift-9'] as const

describe('a list', () => {
  test('is made of all selected paragraphs', () => {
    expect(after([BULLETS], p('‸one'), p('two‸'))).toEqual(minutes(ul(li('‸one'), li('two‸'))))
  })

  test('is taken apart by its own key', () => {
    expect(after([BULLETS], ul(li('‸one'), li('two‸')))).toEqual(minutes(p('‸one'), p('two‸')))
    expect(after([TASKS], ul(todo('one‸')))).toEqual(minutes(p('one‸')))
  })

  test('becomes another kind of list by the key of that kind', () => {
    expect(after([NUMBERS], ul(li('one‸'), li('two')))).toEqual(minutes(ol(li('one‸'), li('two'))))
    expect(after([BULLETS], ol(li('one‸')))).toEqual(minutes(ul(li('one‸'))))
    expect(after([TASKS], ul(li('one‸'), li('two')))).toEqual(minutes(ul(todo('one‸'), li('two'))))
    expect(after([BULLETS], ul(done('one‸')))).toEqual(minutes(ul(li('one‸'))))
  })

  test('of tasks is made of paragraphs', () => {
    expect(after([TASKS], p('‸one'), p('two‸'))).toEqual(minutes(ul(todo('‸one'), todo('two‸'))))
  })

  test('joins its neighbours of the same kind', () => {
    expect(after([BULLETS], ul(li('one')), p('two‸'), ul(li('three')))).toEqual(
      minutes(ul(li('one'), li('two‸'), li('three'))),
    )
  })
})

describe('Enter', () => {
  test('splits an item', () => {
    expect(after(['Enter'], ul(li('one‸two')))).toEqual(minutes(ul(li('one'), li('‸two'))))
  })

  test('makes an unchecked task after a checked one', () => {
    expect(after(['Enter'], ul(done('one‸')))).toEqual(minutes(ul(done('one'), todo('‸'))))
    expect(after(['Enter'], ul(done('on‸e')))).toEqual(minutes(ul(done('on'), todo('‸e'))))
  })

  test('at the start of a checked task leaves the box with its text', () => {
    expect(after(['Enter'], ul(done('‸one')))).toEqual(minutes(ul(todo(''), done('‸one'))))
  })

  test('in an empty item goes one level out, and at last out of the list', () => {
    expect(after(['Enter'], ul(li('one', ul(li('two'), li('‸')))))).toEqual(
      minutes(ul(li('one', ul(li('two'))), li('‸'))),
    )
    expect(after(['Enter'], ul(li('one'), li('‸')))).toEqual(minutes(ul(li('one')), p('‸')))
    expect(after(['Enter'], ul(li('one'), li('‸'), li('two')))).toEqual(minutes(ul(li('one')), p('‸'), ul(li('two'))))
  })

  test('in a nested task makes a task', () => {
    expect(after(['Enter', 'Enter'], ul(done('one', ul(todo('two‸')))))).toEqual(
      minutes(ul(done('one', ul(todo('two'))), todo('‸'))),
    )
  })
})

describe('Tab', () => {
  test('takes an item one level in, Shift-Tab out again', () => {
    expect(after(['Tab'], ul(li('one'), li('two‸')))).toEqual(minutes(ul(li('one', ul(li('two‸'))))))
    expect(after(['Tab', 'Shift-Tab'], ul(li('one'), todo('two‸')))).toEqual(minutes(ul(li('one'), todo('two‸'))))
  })

  test('is taken in a list even where it changes nothing', () => {
    const editor = editorWith(ul(li('one‸')))
    expect(press(editor, 'Tab')).toBe(true)
    expect(shown(editor)).toEqual(minutes(ul(li('one‸'))))
  })

  test('leaves the editor from a paragraph, and from anywhere after Escape', () => {
    expect(press(editorWith(p('a‸')), 'Tab')).toBe(false)
    for (const block of [ul(li('one'), li('two‸')), code(null, 'a‸')]) {
      const editor = editorWith(block)
      press(editor, 'Escape')
      expect(press(editor, 'Tab')).toBe(false)
      expect(press(editor, 'Tab')).toBe(true)
    }
  })
})

describe('Backspace', () => {
  test('at the start of an item goes one level out, then out of the list', () => {
    expect(after(['Backspace'], ul(li('one', ul(li('‸two')))))).toEqual(minutes(ul(li('one'), li('‸two'))))
    expect(after(['Backspace'], ul(li('one'), li('‸two')))).toEqual(minutes(ul(li('one')), p('‸two')))
  })

  test('below a list puts the text at the end of its last item', () => {
    expect(after(['Backspace'], ul(li('one', ul(li('two')))), p('‸three'))).toEqual(
      minutes(ul(li('one', ul(li('two‸three'))))),
    )
  })

  test('twice in the middle of a list joins two items, and the list is one again', () => {
    expect(after(['Backspace', 'Backspace'], ul(li('one'), li('‸two'), li('three')))).toEqual(
      minutes(ul(li('one‸two'), li('three'))),
    )
  })

  test('below a list that ends in code keeps the text out of the code', () => {
    const before = [ul(li('one', code(null, 'a'))), p('‸two')] as const
    expect(JSON.stringify(after(['Backspace'], ...before))).not.toContain('a‸two')
  })
})

describe('Delete at the end of an item', () => {
  test('takes the text of the next in', () => {
    expect(after(['Delete'], ul(li('one‸'), li('two'), li('three')))).toEqual(minutes(ul(li('one‸two'), li('three'))))
  })
})

describe('a check box', () => {
  test('is toggled by its key', () => {
    expect(after(['Alt-Enter'], ul(todo('one‸')))).toEqual(minutes(ul(done('one‸'))))
    expect(after(['Alt-Enter'], ul(done('one‸')))).toEqual(minutes(ul(todo('one‸'))))
  })

  test('is toggled in all selected items alike', () => {
    expect(after(['Alt-Enter'], ul(todo('‸one'), done('two‸')))).toEqual(minutes(ul(done('‸one'), done('two‸'))))
  })

  test('is given to a plain item', () => {
    expect(after(['Alt-Enter'], ul(li('one‸')))).toEqual(minutes(ul(todo('one‸'))))
  })

  test('is toggled by a press', () => {
    const editor = editorWith(ul(todo('one'), li('two‸')))
    const box = editor.view.dom.querySelector('input')
    expect(box?.getAttribute('aria-label')).toBe('Done')
    box?.click()
    expect(shown(editor)).toEqual(minutes(ul(done('one'), li('two‸'))))
    expect(editor.view.dom.querySelectorAll('input')).toHaveLength(1)
  })
})

describe('moving', () => {
  test('takes an item with what is in it past its neighbour', () => {
    expect(after(['Alt-Shift-ArrowUp'], ul(li('one'), li('two‸', ul(li('in'))), li('three')))).toEqual(
      minutes(ul(li('two‸', ul(li('in'))), li('one'), li('three'))),
    )
    expect(after(['Alt-Shift-ArrowDown'], ul(li('one‸'), li('two')))).toEqual(minutes(ul(li('two'), li('one‸'))))
  })

  test('takes blocks past each other, several at once', () => {
    expect(after(['Alt-Shift-ArrowDown'], h(1, '‸A'), p('b‸'), quote(p('c')))).toEqual(
      minutes(quote(p('c')), h(1, '‸A'), p('b‸')),
    )
  })

  test('stops at the edge', () => {
    expect(after(['Alt-Shift-ArrowUp'], p('a‸'), p('b'))).toEqual(minutes(p('a‸'), p('b')))
  })
})
