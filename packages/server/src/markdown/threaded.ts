import type { Structure } from '@plenary/shared/structure'
import type { HouseStyle } from '@plenary/shared/style'

import type { Inscribed } from '../ledger/inscription.ts'
import type { Tidied } from '../room/tidy.ts'
import { documentTasks } from './document-tasks.ts'
import type { Exported, Imported, Lens } from './lens.ts'
import { OneByOne } from './one-by-one.ts'
import { Pool } from './pool.ts'

const SECONDS = 1000

/** With minutes of fewer bytes a thread would be busy longer with beginning than with its task: a millisecond or two. */
const SMALL = 16 * 1024

/**
 * The lens in threads of its own: reading a large file takes half a second, and nobody's typing waits for it. What needs the document
 * alone has a thread for itself, which stays while people write: it is wanted every minute then, and small.
 */
export function threadedLens(script = new URL('./worker.js', import.meta.url)): Lens {
  const markdown = new Pool({ script, size: 2, limit: 30 * SECONDS, rest: 10 * SECONDS })
  const documents = new Pool({ script, size: 1, limit: 30 * SECONDS, rest: 90 * SECONDS })
  const here = new OneByOne()
  const isSmall = (state: Uint8Array): boolean => state.length < SMALL
  return {
    read: async (text) => (await markdown.run('read', [text])) as Imported,
    print: async (state, base, style) => (await markdown.run('print', [state, base, style])) as Exported,
    style: async (text) => (await markdown.run('style', [text])) as HouseStyle,
    structure: async (...args) => (await markdown.run('structure', args)) as Structure,
    inscribe: async (...args) => (await markdown.run('inscribe', args)) as Inscribed,
    title: async (state) => {
      if (isSmall(state)) return here.run(() => documentTasks.title(state))
      return (await documents.run('title', [state])) as string | undefined
    },
    tidy: async (state) => {
      if (isSmall(state)) return here.run(() => documentTasks.tidy(state))
      return (await documents.run('tidy', [state])) as Tidied
    },
    close: async () => void (await Promise.all([markdown.close(), documents.close()])),
  }
}
