import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'

import { capturing } from '../capture/testing/capturing.ts'
import { createValue } from '../connection/observable.ts'
import { press, showing, text } from './testing/stage.tsx'
import { WishDialogs } from './wish-dialogs.tsx'
import type { Wish } from './wishes.ts'

afterEach(() => vi.unstubAllGlobals())

async function page() {
  const editor = await capturing('# Call\n\ntext‸\n')
  const wishes = createValue<Wish | null>(null)
  const shown = (
    <>
      <button type="button">Elsewhere</button>
      <WishDialogs wishes={wishes} />
    </>
  )
  await showing(shown, { editor })
  document.body.append(editor.view.dom)
  const wish = async () => {
    await act(async () => wishes.set({ wish: 'consent' }))
    expect(text('h2')).toBe('Call for consent')
    await press('Cancel')
    expect(document.querySelector('dialog')).toBeNull()
    return document.activeElement
  }
  return { editor, wish }
}

test('what is asked for in the text leads back to it', async () => {
  const { editor, wish } = await page()
  editor.view.focus()
  expect(await wish()).toBe(editor.view.dom)
})

test('what is asked for elsewhere leads there too, but on a phone, where that brings the keyboard up', async () => {
  const { editor, wish } = await page()
  const elsewhere = document.querySelector('button')
  elsewhere?.focus()
  expect(await wish()).toBe(editor.view.dom)
  vi.stubGlobal('matchMedia', (query: string) => Object.assign(new EventTarget(), { matches: /coarse/.test(query) }))
  elsewhere?.focus()
  expect(await wish()).not.toBe(editor.view.dom)
})
