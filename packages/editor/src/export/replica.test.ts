import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'

import type { Answer, Exported, Question } from './message.ts'
import { Replica, type LensWorker } from './replica.ts'

const MEETING = { id: 'x', title: 'x', createdAt: '', updatedAt: '', epoch: '', base: null }

/** A worker that answers when it is told to, with the text of a copy of the document as its export. */
class HeldWorker implements LensWorker {
  readonly questions: Question[] = []
  private readonly doc = new Y.Doc()
  private listener: (event: { data: Answer }) => void = () => undefined

  postMessage(question: Question): void {
    this.questions.push(question)
  }
  addEventListener(_: 'message', listener: (event: { data: Answer }) => void): void {
    this.listener = listener
  }
  terminate(): void {
    this.doc.destroy()
  }

  answer(): void {
    const { updates, print } = this.questions.at(-1) ?? { updates: [], print: null }
    for (const update of updates) Y.applyUpdate(this.doc, update)
    const text = this.doc.getText('t').toJSON()
    const exported: Exported = { text, exact: true, losses: [], lines: [], different: null }
    this.listener({ data: { title: text.slice(0, 5), exported: print && exported } })
  }
}

describe('the copy of the document in the worker', () => {
  let doc: Y.Doc
  let worker: HeldWorker
  let replica: Replica
  const type = (text: string) => doc.getText('t').insert(doc.getText('t').length, text)
  const shown = () => {
    const state = replica.exported.get()
    return state.state === 'printed' ? state.exported.text : state.state
  }

  beforeEach(async () => {
    vi.useFakeTimers()
    doc = new Y.Doc()
    type('Hello')
    worker = new HeldWorker()
    const ready = Promise.resolve()
    replica = new Replica({ doc, ready }, MEETING, () => worker)
    await ready
  })

  afterEach(() => {
    replica.close()
    vi.useRealTimers()
  })

  test('gives the title from the start, and prints nothing before somebody looks', () => {
    expect(worker.questions[0]?.print).toBeNull()
    worker.answer()
    expect(replica.title.get()).toBe('Hello')
    expect(shown()).toBe('none')
  })

  test('is asked once for many changes, when the typing pauses', () => {
    replica.show(true)
    worker.answer()
    worker.answer()
    for (const letter of ', you') type(letter)
    expect(worker.questions).toHaveLength(2)
    vi.advanceTimersByTime(200)
    expect(worker.questions).toHaveLength(3)
    worker.answer()
    expect(shown()).toBe('Hello, you')
  })

  test('is asked every second while the typing does not pause', () => {
    worker.answer()
    const before = worker.questions.length
    for (let at = 0; at < 25; at++) {
      type('.')
      vi.advanceTimersByTime(100)
      if (worker.questions.length > before) break
    }
    expect(worker.questions).toHaveLength(before + 1)
  })

  test('answers one question at a time, the next with everything that came meanwhile', () => {
    type('1')
    vi.advanceTimersByTime(5_000)
    type('2')
    vi.advanceTimersByTime(5_000)
    expect(worker.questions).toHaveLength(1)
    worker.answer()
    vi.advanceTimersByTime(200)
    worker.answer()
    expect(worker.questions).toHaveLength(2)
    expect(replica.title.get()).toBe('Hello'.slice(0, 5))
    expect(worker.questions[1]?.updates).toHaveLength(2)
  })

  test('gives a download everything that was written before the click', async () => {
    worker.answer()
    type('!')
    const newest = replica.newest()
    worker.answer()
    expect(await newest).toMatchObject({ state: 'printed', exported: { text: 'Hello!' } })
  })

  test('prints for a download even when it was busy with something else', async () => {
    const newest = replica.newest()
    worker.answer()
    worker.answer()
    expect(await newest).toMatchObject({ state: 'printed', exported: { text: 'Hello' } })
  })
})
