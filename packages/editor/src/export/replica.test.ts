import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'

import type { Answer, Exported, Question } from './message.ts'
import { Replica, type LensWorker } from './replica.ts'

const MEETING = { id: 'x', title: 'x', createdAt: '', updatedAt: '', epoch: '', base: null }

/** A worker that answers when it is told to, with the text of a copy of the document as its export. */
class HeldWorker implements LensWorker {
  readonly questions: Question[] = []
  private readonly doc = new Y.Doc()
  private readonly listeners: Partial<Record<string, (event: { data: Answer }) => void>> = {}

  postMessage(question: Question): void {
    this.questions.push(question)
  }
  addEventListener(type: string, listener: (event: { data: Answer }) => void): void {
    this.listeners[type] = listener
  }
  terminate(): void {
    this.doc.destroy()
  }

  answer(): void {
    const { updates, print } = this.questions.at(-1) ?? { updates: [], print: null }
    for (const update of updates) Y.applyUpdate(this.doc, update)
    const text = this.doc.getText('t').toJSON()
    const exported: Exported = { text, exact: true, losses: [], lines: [], different: null }
    this.tell('message', { title: text, exported: print && exported })
  }

  fail(): void {
    this.tell('error', { title: null, exported: null })
  }

  private tell(type: string, data: Answer): void {
    this.listeners[type]?.({ data })
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

  test('is not started before the document changes or somebody looks', () => {
    vi.advanceTimersByTime(5_000)
    expect(worker.questions).toHaveLength(0)
  })

  test('gives the title when it changes, and prints nothing before somebody looks', () => {
    type(', you')
    vi.advanceTimersByTime(200)
    expect(worker.questions[0]?.print).toBeNull()
    worker.answer()
    expect(replica.title.get()).toBe('Hello, you')
    expect(shown()).toBe('none')
  })

  test('is asked once for many changes, when the typing pauses', () => {
    replica.show(true)
    worker.answer()
    for (const letter of ', you') type(letter)
    expect(worker.questions).toHaveLength(1)
    vi.advanceTimersByTime(200)
    expect(worker.questions).toHaveLength(2)
    worker.answer()
    expect(shown()).toBe('Hello, you')
  })

  test('is asked after a second while the typing does not pause', () => {
    for (let at = 0; at < 9; at++) {
      type('.')
      vi.advanceTimersByTime(100)
    }
    expect(worker.questions).toHaveLength(0)
    type('.')
    vi.advanceTimersByTime(100)
    expect(worker.questions).toHaveLength(1)
  })

  test('answers one question at a time, the next with everything that came meanwhile', () => {
    replica.show(true)
    for (const letter of '12') {
      type(letter)
      vi.advanceTimersByTime(5_000)
    }
    expect(worker.questions).toHaveLength(1)
    worker.answer()
    vi.advanceTimersByTime(200)
    expect(worker.questions).toHaveLength(2)
    worker.answer()
    expect(shown()).toBe('Hello12')
  })

  test('gives a download everything that was written before the click', async () => {
    replica.show(true)
    worker.answer()
    type('!')
    const newest = replica.newest()
    worker.answer()
    expect(await newest).toMatchObject({ state: 'printed', exported: { text: 'Hello!' } })
  })

  test('prints for a download even when it was busy with something else', async () => {
    type('!')
    vi.advanceTimersByTime(200)
    const newest = replica.newest()
    worker.answer()
    worker.answer()
    expect(await newest).toMatchObject({ state: 'printed', exported: { text: 'Hello!' } })
  })

  test('that cannot be started fails in words, and works when it is asked again', async () => {
    const first = replica.newest()
    worker.fail()
    expect(await first).toMatchObject({ state: 'failed', text: null })
    const second = replica.newest()
    worker.answer()
    expect(await second).toMatchObject({ state: 'printed', exported: { text: 'Hello' } })
  })
})
