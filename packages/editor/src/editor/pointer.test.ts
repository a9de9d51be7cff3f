import { afterEach, expect, test, vi } from 'vitest'

import { link, p } from './testing/build.ts'
import { editorWith } from './testing/editor-with.ts'

afterEach(() => vi.restoreAllMocks())

test('while nobody can write a link opens in a tab of its own, and a path nowhere', () => {
  const opened = vi.spyOn(window, 'open').mockReturnValue(null)
  const editor = editorWith(p(link('out', 'https://example.org/a')), p(link('path', 'notes/b.md')))
  const follow = () =>
    [...editor.view.dom.querySelectorAll('a')].map((link) => {
      const click = new MouseEvent('click', { bubbles: true, cancelable: true })
      link.dispatchEvent(click)
      return click.defaultPrevented
    })
  expect(follow()).toEqual([false, false])
  expect(opened).not.toHaveBeenCalled()
  editor.setEditable(false)
  expect(follow()).toEqual([true, true])
  expect(opened.mock.calls).toEqual([['https://example.org/a', '_blank', 'noopener,noreferrer']])
})
