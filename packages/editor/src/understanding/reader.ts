import { Roster, type Understanding } from '@plenary/shared/blocks'
import type { Node } from '@tiptap/pm/model'

import { minutesJson } from './minutes-json.ts'
import type { Answer, Question } from './question.ts'

/** Who reads minutes while the page goes on. */
export interface Reader {
  /** What these minutes say; null where the reading broke. The next is asked when this one has answered. */
  read(doc: Node): Promise<Understanding | null>
  close(): void
}

/** The little of a `Worker` that is needed here. */
export interface ReadingWorker {
  postMessage(question: Question): void
  addEventListener(type: 'message', listener: (event: { data: Answer }) => void): void
  addEventListener(type: 'error', listener: () => void): void
  terminate(): void
}

/** Reads in a worker: in long minutes a reading takes longer than a key may wait. Only blocks that are new go over there. */
export class WorkerReader implements Reader {
  readonly #start: () => ReadingWorker
  #worker: ReadingWorker | undefined
  /** The numbers of the blocks that the worker knows, by their nodes, which never change. */
  #numbers = new Map<Node, number>()
  #made = 0
  #answer: (understanding: Understanding | null) => void = () => undefined

  constructor(start: () => ReadingWorker) {
    this.#start = start
  }

  read(doc: Node): Promise<Understanding | null> {
    this.#worker ??= this.#begin()
    const question = this.#question(doc)
    return new Promise((resolve) => {
      this.#answer = resolve
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
      this.#worker?.postMessage(question)
    })
  }

  close(): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#numbers = new Map()
  }

  #question(doc: Node): Question {
    const { content } = minutesJson(doc)
    const numbers = new Map<Node, number>()
    const added: [number, (typeof content)[number]][] = []
    const blocks = doc.children.map((node, index) => {
      const number = this.#numbers.get(node) ?? numbers.get(node) ?? (this.#made += 1)
      if (!this.#numbers.has(node) && !numbers.has(node)) added.push([number, content[index]!])
      numbers.set(node, number)
      return number
    })
    this.#numbers = numbers
    return { blocks, added }
  }

  #begin(): ReadingWorker {
    const worker = this.#start()
    worker.addEventListener('message', ({ data }) => this.#answer(data === null ? null : withRoster(data)))
    // It could not be loaded, or broke. The next question starts another.
    worker.addEventListener('error', () => {
      this.close()
      this.#answer(null)
    })
    return worker
  }
}

function withRoster(answer: NonNullable<Answer>): Understanding {
  return { ...answer, roster: new Roster(answer.attendances.flatMap(({ attendees }) => attendees)) }
}
