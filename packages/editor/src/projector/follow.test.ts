import { expect, onTestFinished, test, vi } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { bindingOf } from '../binding/index.ts'
import { after, minutes, openPages, paragraph } from '../binding/testing.ts'
import { liveStage } from '../live/testing/stage.tsx'
import { followNotes } from './follow.ts'

/** A projector on these lines, and somebody's page whose caret stands behind one of them. */
async function wall(...lines: readonly string[]) {
  const stage = await liveStage()
  const [page] = openPages(minutes(...lines.map(paragraph)), 1)
  if (page === undefined) throw new Error('a page was asked for')
  const awareness = new Awareness(page.doc)
  awareness.setLocalState({})
  const shown: (string | null)[] = []
  Element.prototype.scrollIntoView = function (this: Element) {
    shown.push(this.textContent)
  }
  vi.useFakeTimers()
  const writes = (id: string, line: string, move: number) => {
    const place = bindingOf(page.editor)?.placeOf(page.editor.state, after(page, line), -1)
    const other = new Awareness(new Y.Doc())
    other.setLocalState({ user: { id, name: 'somebody' }, cursor: { anchor: place, head: place, move } })
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [other.clientID]), 'remote')
    other.destroy()
    vi.advanceTimersByTime(500)
    return shown.at(-1)
  }
  const stop = followNotes(page.editor, awareness, stage.session.ledger)
  onTestFinished(() => {
    stop()
    vi.useRealTimers()
    page.editor.destroy()
    awareness.destroy()
  })
  return { ...stage, writes }
}

test('the projector follows the note taker, as the server knows them, whoever else writes', async () => {
  const { bob, does, writes } = await wall('Glossary', 'Release', 'Next call')
  await does(bob, { do: 'take-over' })
  expect(writes(bob.id, 'Release', 1)).toBe('Release')
  expect(writes('somebodyelse', 'Glossary', 2)).toBe('Release')
})

test('of several pages of the note taker it follows the one whose caret moved last', async () => {
  const { bob, does, writes } = await wall('Glossary', 'Release', 'Next call')
  await does(bob, { do: 'take-over' })
  writes(bob.id, 'Next call', 7)
  expect(writes(bob.id, 'Release', 3)).toBe('Next call')
  expect(writes(bob.id, 'Glossary', 8)).toBe('Glossary')
})

test('where nobody takes notes it follows whoever moved last', async () => {
  const { writes } = await wall('Glossary', 'Release')
  writes('one', 'Glossary', 1)
  expect(writes('other', 'Release', 2)).toBe('Release')
})
