import { act } from 'react'
import { expect, test } from 'vitest'

import { capturing } from '../capture/testing/capturing.ts'
import { createValue } from '../connection/observable.ts'
import { press, showing, text } from './testing/stage.tsx'
import { WishDialogs } from './wish-dialogs.tsx'
import type { Wish } from './wishes.ts'

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

test('what is asked for elsewhere leaves the text alone, and a phone’s keyboard down', async () => {
  const { editor, wish } = await page()
  document.querySelector('button')?.focus()
  expect(await wish()).not.toBe(editor.view.dom)
})
