import { parentPort } from 'node:worker_threads'

import { documentTasks } from './document-tasks.ts'
import type { Job, Outcome } from './pool.ts'

/** The thread in which Markdown is read and printed; one job at a time, sent by `pool.ts`. */
if (parentPort === null) throw new Error('this file runs as a worker only')
const port = parentPort
port.on('message', ({ task, args }: Job) => void run(task, args).then((outcome) => port.postMessage(outcome)))

async function run(task: string, args: readonly unknown[]): Promise<Outcome> {
  try {
    const tasks = Object.hasOwn(documentTasks, task) ? documentTasks : (await import('./tasks.ts')).tasks
    if (!Object.hasOwn(tasks, task)) throw new Error(`there is no task ${task}`)
    const work = tasks[task as keyof typeof tasks] as (...args: readonly unknown[]) => unknown
    return { done: true, value: work(...args) }
  } catch (error) {
    return error instanceof Error
      ? { done: false, reason: error.message, stack: error.stack }
      : { done: false, reason: String(error) }
  }
}
