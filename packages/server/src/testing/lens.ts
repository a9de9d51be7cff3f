import { documentTasks } from '../markdown/document-tasks.ts'
import { type Lens, LensError } from '../markdown/lens.ts'
import { tasks } from '../markdown/tasks.ts'

/** The lens without a thread, for tests that run from source. */
export function directLens(): Lens {
  return {
    read: async (text) => run(() => tasks.read(text)),
    print: async (state, base, style) => run(() => tasks.print(state, base, style)),
    style: async (text) => run(() => tasks.style(text)),
    title: async (state) => run(() => documentTasks.title(state)),
    structure: async (...args) => run(() => tasks.structure(...args)),
    inscribe: async (...args) => run(() => tasks.inscribe(...args)),
    tidy: async (state) => run(() => documentTasks.tidy(state)),
    close: async () => {},
  }
}

function run<T>(task: () => T): T {
  try {
    return task()
  } catch (error) {
    throw new LensError(String(error), { cause: error })
  }
}
