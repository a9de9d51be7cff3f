import { act } from 'react'
import { beforeEach, describe, expect, test, vi } from 'vitest'

import { SuggestField } from './suggest-field.tsx'
import { createStage } from './testing/stage.ts'

const NAMES = ['Ann Bell', 'Zoë Ander', 'Bob', 'Anders Ek']

describe('a field with suggestions', () => {
  const picked = vi.fn<(text: string) => void>()
  const left = vi.fn<() => void>()
  const field = () => {
    const input = document.querySelector('input')
    if (input === null) throw new Error('there is no field')
    return input
  }
  const options = () => [...document.querySelectorAll('[role=option]')].map(({ textContent }) => textContent)
  const marked = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent

  const write = (text: string) =>
    act(async () => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), text)
      field().dispatchEvent(new Event('input', { bubbles: true }))
    })
  const press = (key: string) =>
    act(async () => void field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))

  beforeEach(async () => {
    picked.mockReset()
    left.mockReset()
    await createStage().show(<SuggestField label="Owner" suggestions={NAMES} onPick={picked} onLeave={left} />)
    await act(async () => field().focus())
  })

  test('lists what fits by the beginning, then by another word, whatever the accents and the case', async () => {
    await write('an')
    expect(options()).toEqual(['Ann Bell', 'Anders Ek', 'Zoë Ander', 'an'])
    await write('zoe')
    expect(options()).toEqual(['Zoë Ander', 'zoe'])
  })

  test('takes the first suggestion by Enter, and is then empty', async () => {
    await write('be')
    expect(marked()).toBe('Ann Bell')
    await press('Enter')
    expect(picked.mock.calls).toEqual([['Ann Bell']])
    expect(field().value).toBe('')
  })

  test('takes it by Tab as well, which goes on to the next field', async () => {
    await write('be')
    const tab = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true })
    await act(async () => void field().dispatchEvent(tab))
    expect(picked.mock.calls).toEqual([['Ann Bell']])
    expect(tab.defaultPrevented).toBe(false)
    await press('Tab')
    expect(picked).toHaveBeenCalledTimes(1)
  })

  test('takes any other words too', async () => {
    await write('an')
    await press('ArrowUp')
    expect(marked()).toBe('an')
    await press('Enter')
    expect(picked.mock.calls).toEqual([['an']])
  })

  test('goes through the suggestions by the arrow keys, before anything is typed as well', async () => {
    expect(marked()).toBeUndefined()
    await press('ArrowDown')
    await press('ArrowDown')
    expect(marked()).toBe('Zoë Ander')
    await press('Enter')
    expect(picked.mock.calls).toEqual([['Zoë Ander']])
  })

  test('is left by Enter or Escape when it is empty; Escape first takes back what was typed', async () => {
    await press('Enter')
    await write('x')
    await press('Escape')
    expect(left).toHaveBeenCalledTimes(1)
    expect(field().value).toBe('')
    await press('Escape')
    expect(left).toHaveBeenCalledTimes(2)
    expect(picked).not.toHaveBeenCalled()
  })
})
