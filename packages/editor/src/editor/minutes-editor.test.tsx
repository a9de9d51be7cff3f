import type { DocJson } from '@plenary/shared/document'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { describe, expect, onTestFinished, test } from 'vitest'

import { MinutesEditor } from './minutes-editor.tsx'
import { bold, doc, link, minutes, p, row, table } from './testing/build.ts'
import { press, type } from './testing/editor-with.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

interface Page {
  readonly editor: Editor
  readonly root: HTMLElement
  /** The button of that name. */
  readonly tool: (name: string) => HTMLElement
  readonly click: (name: string) => void
  readonly setEditable: (editable: boolean) => void
}

function pageWith(...blocks: Node[]): Page {
  const root = document.body.appendChild(document.createElement('div'))
  const react = createRoot(root)
  let editor: Editor | undefined
  const content = doc(...blocks).toJSON() as DocJson
  const onReady = (ready: Editor) => {
    editor = ready
  }
  const setEditable = (editable: boolean) => {
    act(() => react.render(<MinutesEditor label="Minutes" content={content} onReady={onReady} editable={editable} />))
  }
  setEditable(true)
  if (!editor) throw new Error('the editor was not made')
  onTestFinished(() => {
    act(() => react.unmount())
    root.remove()
  })
  const tool = (name: string) => {
    const found = [...root.querySelectorAll('button')].find((button) => button.getAttribute('aria-label') === name)
    if (!found) throw new Error(`there is no button ${name}`)
    return found
  }
  return { editor, root, tool, click: (name) => act(() => tool(name).click()), setEditable }
}

describe('the text field', () => {
  test('has a name, its kind and a way out', () => {
    const { editor, root } = pageWith(p('a'))
    const { dom } = editor.view
    expect(dom.getAttribute('role')).toBe('textbox')
    expect(dom.getAttribute('aria-label')).toBe('Minutes')
    expect(dom.getAttribute('aria-multiline')).toBe('true')
    const hint = root.ownerDocument.getElementById(dom.getAttribute('aria-describedby') ?? '')
    expect(hint?.textContent).toBe('Esc then Tab leaves the editor')
  })
})

describe('a text that takes no more edits', () => {
  test('cannot be written in, and has no toolbar', () => {
    const { editor, root, setEditable } = pageWith(p('a'))
    setEditable(false)
    expect(editor.isEditable).toBe(false)
    expect(editor.view.dom.contentEditable).toBe('false')
    expect(root.querySelector('[role=toolbar]')).toBeNull()
    setEditable(true)
    expect(editor.isEditable).toBe(true)
  })
})

describe('the toolbar', () => {
  test('is one stop for Tab, and the arrow keys go through it', () => {
    const { root, tool } = pageWith(p('a'))
    const stops = () => [...root.querySelectorAll<HTMLElement>('.tool')].filter(({ tabIndex }) => tabIndex === 0)
    expect(stops()).toEqual([tool('Undo')])
    act(() => tool('Undo').focus())
    act(() => void tool('Undo').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true })))
    expect(document.activeElement).toBe(tool('Redo'))
    expect(stops()).toEqual([tool('Redo')])
    act(() => void tool('Redo').dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true })))
    expect(document.activeElement).toBe(tool('Keyboard and Markdown help'))
  })

  test('shows and changes the format of the selection', () => {
    const { editor, tool, click } = pageWith(p('some text'))
    act(() => void editor.commands.setTextSelection({ from: 1, to: 5 }))
    expect(tool('Bold').getAttribute('aria-pressed')).toBe('false')
    click('Bold')
    expect(tool('Bold').getAttribute('aria-pressed')).toBe('true')
    expect(editor.getJSON()).toEqual(minutes(p(bold('some'), ' text')))
  })

  test('never takes the selection from the text', () => {
    const { tool } = pageWith(p('a'))
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true })
    tool('Bold').dispatchEvent(down)
    expect(down.defaultPrevented).toBe(true)
  })

  test('has menus that Escape closes, also where the focus is still in the text', () => {
    const { editor, root, click } = pageWith(p('a'))
    click('Text style: Text')
    expect(root.querySelector('[role=menu]')).not.toBeNull()
    act(() => void press(editor, 'Escape'))
    expect(root.querySelector('[role=menu]')).toBeNull()
  })

  test('has the tools for tables in a table, and only there', () => {
    const { editor, click, tool, root } = pageWith(p('a'), table(row('b', 'c')))
    expect(() => tool('Row below')).toThrow('there is no button')
    act(() => void editor.commands.setTextSelection(6))
    click('Row below')
    expect(editor.getJSON()).toEqual(minutes(p('a'), table(row('b', 'c'), row('', ''))))
    expect(root.querySelector('[aria-label=Quote]')).toBeNull()
  })
})

describe('the address panel', () => {
  test('links the selection, and says which address it refuses', () => {
    const { editor, root, click } = pageWith(p('some text'))
    act(() => void editor.commands.setTextSelection({ from: 1, to: 5 }))
    click('Link')
    const submit = (address: string) => {
      const [field, form] = [root.querySelector<HTMLInputElement>('.address-field'), root.querySelector('form')]
      if (field) field.value = address
      act(() => void form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))
    }
    submit('javascript:alert(1)')
    expect(root.querySelector('[role=alert]')?.textContent).toContain('no address')
    submit('example.org')
    expect(root.querySelector('form')).toBeNull()
    expect(editor.getJSON()).toEqual(minutes(p(link('some', 'https://example.org'), ' text')))
  })
})

describe('the slash menu', () => {
  test('is a list box whose options work by a press', () => {
    const { editor, root } = pageWith(p())
    act(() => type(editor, '/heading'))
    const options = [...root.querySelectorAll<HTMLElement>('[role=listbox] [role=option]')]
    expect(options.map((option) => option.querySelector('span')?.textContent)).toContain('Heading 3')
    expect(options.filter((option) => option.getAttribute('aria-selected') === 'true')).toHaveLength(1)
    act(() => options[2]?.click())
    expect(editor.state.doc.firstChild?.attrs['level']).toBe(3)
    expect(root.querySelector('[role=listbox]')).toBeNull()
  })

  test('says so when nothing is called as typed', () => {
    const { editor, root } = pageWith(p())
    act(() => type(editor, '/zzz'))
    expect(root.querySelector('[role=listbox]')?.textContent).toContain('Nothing is called so')
    act(() => void press(editor, 'Escape'))
    expect(editor.getText()).toBe('/zzz')
  })
})
