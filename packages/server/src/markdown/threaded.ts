import type { Structure } from '@plenary/shared/structure'
import type { HouseStyle } from '@plenary/shared/style'

import type { Inscribed } from '../ledger/inscription.ts'
import type { Tidied } from '../room/tidy.ts'
import type { Exported, Imported, Lens } from './lens.ts'
import { Pool } from './pool.ts'

const SECONDS = 1000

/** The lens in threads of its own: reading a large file takes half a second, and nobody's typing waits for it. */
export function threadedLens(script = new URL('./worker.js', import.meta.url)): Lens {
  const pool = new Pool({ script, size: 2, limit: 30 * SECONDS, rest: 10 * SECONDS })
  return {
    read: async (text) => (await pool.run('read', [text])) as Imported,
    print: async (state, base, style) => (await pool.run('print', [state, base, style])) as Exported,
    style: async (text) => (await pool.run('style', [text])) as HouseStyle,
    title: async (state) => (await pool.run('title', [state])) as string | undefined,
    structure: async (...args) => (await pool.run('structure', args)) as Structure,
    inscribe: async (...args) => (await pool.run('inscribe', args)) as Inscribed,
    tidy: async (state) => (await pool.run('tidy', [state])) as Tidied,
    close: () => pool.close(),
  }
}
