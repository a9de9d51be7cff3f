import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, test, vi } from 'vitest'

import { doc, p } from '../editor/testing/build.ts'
import type { Answer, Question } from './question.ts'
import { type ReadingWorker, WorkerReader } from './reader.ts'
import { readSimply } from './testing/reader.ts'

interface Heard {
  message: (event: { data: Answer }) => void
  error: () => void
}

/** A worker that answers what it is told to, and puts the minutes together as the real one does. */
function startWorker() {
  const questions: Question[] = []
  const heard: Heard = { message: () => undefined, error: () => undefined }
  const terminate = vi.fn<() => void>()
  const worker: ReadingWorker = {
    postMessage: (question) => questions.push(question),
    addEventListener: (type: 'message' | 'error', listener: never) => Object.assign(heard, { [type]: listener }),
    terminate,
  }
  const answer = (minutes: Node) => {
    const { roster: _, ...answer } = readSimply(minutes.toJSON())
    heard.message({ data: answer })
  }
  return { worker, questions, answer, heard, terminate }
}

describe('reading in a worker', () => {
  test('sends every block once, and later only what is new and the order of all', async () => {
    const { worker, questions, answer } = startWorker()
    const reader = new WorkerReader(() => worker)
    const minutes = doc(p('Who: Ann'), p('one'), p('two'))
    const first = reader.read(minutes)
    answer(minutes)
    expect((await first)?.roster.attendees.map(({ name }) => name)).toEqual(['Ann'])
    expect(questions[0]?.added.map(([number]) => number)).toEqual(questions[0]?.blocks)

    const { tr } = EditorState.create({ doc: minutes })
    const edited = tr.insertText('!', 14).delete(15, 20).doc
    void reader.read(edited)
    expect(questions[1]?.blocks.length).toBe(2)
    expect(questions[1]?.blocks[0]).toBe(questions[0]?.blocks[0])
    expect(questions[1]?.added).toEqual([[questions[1]?.blocks[1], edited.child(1).toJSON()]])
  })

  test('sends a block that stands there twice once', () => {
    const { worker, questions } = startWorker()
    const twice = p('again')
    void new WorkerReader(() => worker).read(doc(twice, twice))
    expect(questions[0]?.blocks).toEqual([1, 1])
    expect(questions[0]?.added.length).toBe(1)
  })

  test('says where a reading broke', async () => {
    const { worker, heard } = startWorker()
    const reading = new WorkerReader(() => worker).read(doc(p('one')))
    heard.message({ data: null })
    expect(await reading).toBeNull()
  })

  test('starts another worker where one was lost, and sends it everything', async () => {
    const lost = startWorker()
    const next = startWorker()
    const start = vi.fn<() => ReadingWorker>().mockReturnValueOnce(lost.worker).mockReturnValueOnce(next.worker)
    const reader = new WorkerReader(start)
    const minutes = doc(p('one'), p('two'))
    const reading = reader.read(minutes)
    lost.heard.error()
    expect(await reading).toBeNull()
    expect(lost.terminate).toHaveBeenCalledOnce()
    void reader.read(minutes)
    expect(next.questions[0]?.added.length).toBe(2)
  })
})
