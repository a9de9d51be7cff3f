import type { Meeting } from '@plenary/shared/meeting'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { createStage, type Stage } from '../ui/testing/stage.ts'
import { HomePage } from './home-page.tsx'

const meeting = (title: string, createdAt: string): Meeting => ({
  id: title.padEnd(26, 'x'),
  title,
  createdAt,
  updatedAt: createdAt,
  epoch: 'e',
  base: null,
})

describe('the home page', () => {
  let stage: Stage
  let answer: () => Response

  const open = () => stage.show(<HomePage />)
  const text = () => document.querySelector('main')?.textContent ?? ''

  beforeEach(() => {
    vi.stubGlobal('fetch', async () => answer())
    stage = createStage()
  })

  afterEach(async () => {
    await stage.clear()
    vi.unstubAllGlobals()
  })

  test('shows the meetings, the newest first', async () => {
    answer = () =>
      Response.json({
        meetings: [meeting('older', '2027-04-20T16:00:00.000Z'), meeting('newer', '2027-04-27T16:00:00.000Z')],
      })
    await open()
    expect([...document.querySelectorAll('.meeting-list a')].map((link) => link.textContent)).toEqual([
      'newer',
      'older',
    ])
  })

  test('tells a newcomer what this is and offers both ways in', async () => {
    answer = () => Response.json({ meetings: [] })
    await open()
    expect(text()).toContain('Plenary is where a group writes its minutes together')
    const buttons = [...document.querySelectorAll('main button')].map((button) => button.textContent)
    expect(buttons).toEqual(['New meeting', 'Import files'])
  })

  test('keeps the dialog for a new meeting when the list comes in behind it', async () => {
    let arrive = (): void => {}
    const list = new Promise<Response>((resolve) => {
      arrive = () => resolve(Response.json({ meetings: [] }))
    })
    vi.stubGlobal('fetch', (address: string) => (address === '/api/meetings' ? list : new Promise(() => {})))
    await open()
    await act(async () => document.querySelector<HTMLElement>('.home-head button:last-child')?.click())
    expect(document.querySelector('dialog')?.textContent).toContain('New meeting')
    await act(async () => arrive())
    expect(text()).toContain('Plenary is where a group writes')
    expect(document.querySelector('dialog')?.textContent).toContain('New meeting')
  })

  test('says that the server cannot be reached, and tries again when asked', async () => {
    answer = () => {
      throw new TypeError('Failed to fetch')
    }
    await open()
    expect(text()).toContain('The server cannot be reached')
    answer = () => Response.json({ meetings: [meeting('back', '2027-04-27T16:00:00.000Z')] })
    await act(async () => document.querySelector<HTMLElement>('.banner button')?.click())
    expect(text()).toContain('back')
    expect(text()).not.toContain('cannot be reached')
  })

  test('goes on showing what it knows when the server is gone, and is right again when the network is back', async () => {
    answer = () => Response.json({ meetings: [meeting('known', '2027-04-27T16:00:00.000Z')] })
    await open()
    answer = () => {
      throw new TypeError('Failed to fetch')
    }
    await act(async () => void window.dispatchEvent(new Event('focus')))
    expect(text()).toContain('The server cannot be reached')
    expect(text()).toContain('known')
    answer = () => Response.json({ meetings: [meeting('new', '2027-04-27T16:00:00.000Z')] })
    await act(async () => void window.dispatchEvent(new Event('online')))
    expect(text()).not.toContain('cannot be reached')
    expect(text()).toContain('new')
  })

  test('keeps the one input behind its buttons, so that an open file dialog never loses its files', async () => {
    answer = () => Response.json({ meetings: [] })
    await open()
    const before = document.querySelector('input[type=file]')
    answer = () => Response.json({ meetings: [meeting('first', '2027-04-27T16:00:00.000Z')] })
    await act(async () => void window.dispatchEvent(new Event('focus')))
    expect(text()).toContain('first')
    expect(document.querySelectorAll('input[type=file]')).toHaveLength(1)
    expect(document.querySelector('input[type=file]')).toBe(before)
  })

  test('asks again when somebody comes back to it', async () => {
    answer = () => Response.json({ meetings: [] })
    await open()
    answer = () => Response.json({ meetings: [meeting('made elsewhere', '2027-04-27T16:00:00.000Z')] })
    await act(async () => void window.dispatchEvent(new Event('focus')))
    expect(text()).toContain('made elsewhere')
  })
})
