import { act } from 'react'
import { beforeEach, describe, expect, test } from 'vitest'

import { createStage } from '../ui/testing/stage.ts'
import { Link } from './link.tsx'
import { useRoute } from './router.ts'

function Where() {
  return <output>{useRoute().page}</output>
}

describe('a link to another page', () => {
  beforeEach(async () => {
    history.replaceState(null, '', '/elsewhere')
    await createStage().show(
      <>
        <Link href="/">Home</Link>
        <Where />
      </>,
    )
  })

  const click = (init: MouseEventInit = {}) => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init })
    act(() => void document.querySelector('a')?.dispatchEvent(event))
    return event
  }
  const page = () => document.querySelector('output')?.textContent

  test('shows that page without loading anything', () => {
    expect(page()).toBe('missing')
    expect(click().defaultPrevented).toBe(true)
    expect(page()).toBe('home')
    expect(location.pathname).toBe('/')
  })

  test('is left to the browser when a new tab is asked for', () => {
    for (const init of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }]) {
      expect(click(init).defaultPrevented).toBe(false)
    }
    expect(page()).toBe('missing')
  })
})
