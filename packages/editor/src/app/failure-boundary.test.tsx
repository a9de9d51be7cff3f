import { afterEach, describe, expect, test, vi } from 'vitest'

import { createStage } from '../ui/testing/stage.ts'
import { FailureBoundary } from './failure-boundary.tsx'

function Broken(): never {
  throw new Error('a part of the page could not be loaded')
}

describe('a part of the page that breaks', () => {
  afterEach(() => void vi.restoreAllMocks())

  test('says so in a sentence and offers to reload, and leaves the rest alone', async () => {
    // React tells the console as well.
    vi.spyOn(console, 'error').mockReturnValue()
    await createStage().show(
      <>
        <p>The rest</p>
        <FailureBoundary>
          <Broken />
        </FailureBoundary>
      </>,
    )
    expect(document.body.textContent).toContain('The rest')
    expect(document.querySelector('[role=alert]')?.textContent).toContain('does not work any more')
    expect(document.querySelector('button')?.textContent).toBe('Reload the page')
  })
})
