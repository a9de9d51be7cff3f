import { describe, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import type { Saving } from '../connection/index.ts'
import { createValue } from '../connection/observable.ts'
import { leaveWhenSaved } from './farewell.ts'

function meeting(initial: Saving) {
  const awareness = new Awareness(new Y.Doc())
  return { saving: createValue<Saving>(initial), awareness, close: vi.fn<() => void>(() => awareness.destroy()) }
}

describe('leaving a meeting', () => {
  test('ends it at once where everything is saved', () => {
    const session = meeting({ state: 'saved', at: null })
    leaveWhenSaved(session)
    expect(session.close).toHaveBeenCalledOnce()
  })

  test('waits for what is not saved yet, unseen by the others', () => {
    const session = meeting({ state: 'offline', changes: 2, kept: false })
    leaveWhenSaved(session)
    expect(session.close).not.toHaveBeenCalled()
    expect(session.awareness.getLocalState()).toBeNull()
    session.saving.set({ state: 'saving', changes: 1, kept: false })
    expect(session.close).not.toHaveBeenCalled()
    session.saving.set({ state: 'saved', at: new Date() })
    expect(session.close).toHaveBeenCalledOnce()
  })

  test('does not wait for a server that will take nothing more', () => {
    const session = meeting({ state: 'saving', changes: 1, kept: true })
    leaveWhenSaved(session)
    session.saving.set({ state: 'stopped', reason: 'refused', changes: 1, kept: true })
    expect(session.close).toHaveBeenCalledOnce()
  })
})
