import { parse, print } from '@plenary/shared/markdown'
import type { Node } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'

import { bold, code, h, li, p, row, table, todo, ul } from '../testing/build.ts'
import { editorWith } from '../testing/editor-with.ts'
import { textOf } from './copy.ts'

const lens = { parse, print }

function copied(...blocks: Node[]): string {
  return textOf(editorWith(...blocks).state.selection.content(), lens)
}

describe('copied text', () => {
  test('of blocks is Markdown', () => {
    expect(copied(h(2, '‸Agenda'), ul(li('one'), todo('two')), p('the ', bold('end'), '‸'))).toBe(
      '## Agenda\n\n- one\n- [ ] two\n\nthe **end**',
    )
  })

  test('of a table is a table', () => {
    expect(copied(table(row('‸SF', 'F'), row('1', '2‸')))).toContain('| 1 ')
  })

  test('of words within a line is those words, without escapes', () => {
    expect(copied(p('call ‸snake_case_name* now‸'))).toBe('snake_case_name* now')
  })

  test('of words with formats is Markdown', () => {
    expect(copied(p('a ‸b ', bold('c'), ' d‸'))).toBe('b **c** d')
  })

  test('within code is the code', () => {
    expect(copied(code('js', 'a = ‸*b*‸'))).toBe('*b*')
  })

  test('before the lens is there is the plain text', () => {
    const { state } = editorWith(h(1, '‸Agenda'), p('text‸'))
    expect(textOf(state.selection.content(), undefined)).toBe('Agenda\n\ntext')
  })
})
