import { act } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { createStage, type Stage } from '../ui/testing/stage.ts'
import { useRegions } from './use-regions.ts'

function Page() {
  useRegions()
  return (
    <>
      <header className="meeting-header">
        <a href="/">All meetings</a>
      </header>
      <div className="toolbar">
        <button type="button" tabIndex={-1}>
          Undo
        </button>
        <button type="button">Bold</button>
      </div>
      <div className="meeting-columns">
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the text is one such element */}
        <div className="minutes" role="textbox" contentEditable suppressContentEditableWarning tabIndex={0}>
          Text
        </div>
        <aside>
          <button type="button">Close</button>
          <button type="button">Row</button>
        </aside>
      </div>
    </>
  )
}

const press = (init: KeyboardEventInit) => {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6', bubbles: true, ...init }))
  return document.activeElement?.textContent
}

let stage: Stage

beforeEach(async () => {
  stage = createStage()
  await stage.show(<Page />)
})
afterEach(() => stage.clear())

test('F6 leads through the parts of the page and round again', () => {
  expect([1, 2, 3, 4, 5].map(() => press({}))).toEqual(['All meetings', 'Bold', 'Text', 'Close', 'All meetings'])
})

test('Shift-F6 leads back', () => {
  expect([1, 2, 3].map(() => press({ shiftKey: true }))).toEqual(['Close', 'Text', 'Bold'])
})

test('a part is entered where one has left it', async () => {
  const row = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Row')
  await act(async () => row?.focus())
  press({ shiftKey: true })
  expect(press({})).toBe('Row')
})

test('a part in which nothing can have the focus is passed over', async () => {
  document
    .querySelector('.toolbar')
    ?.querySelectorAll('button')
    .forEach((tool) => tool.remove())
  expect([1, 2].map(() => press({}))).toEqual(['All meetings', 'Text'])
  expect([1, 2].map(() => press({ shiftKey: true }))).toEqual(['All meetings', 'Close'])
})
