import { AppError } from '../error.ts'
import type { Exported } from '../markdown/lens.ts'
import type { MeetingRecord, Store } from '../store/store.ts'
import { Latest, type Sources, stateOf } from './latest.ts'
import { fromBase } from './text.ts'

/** So many are remembered: each may have 2 MiB and more. */
const KEPT = 20

/**
 * The minutes as Markdown, see `Latest`: the imported text with what was edited since, and nothing else changed. Rejects with
 * `LensError` where they cannot be printed.
 */
export class Exports extends Latest<Exported> {
  constructor({ store, rooms, lens }: Sources) {
    super({
      rooms,
      keep: KEPT,
      read: async (record) => {
        const [state, base] = await Promise.all([stateOf(record, rooms), baseText(store, record)])
        return lens.print(state, base, record.style)
      },
    })
  }
}

/** The text that was imported; undefined where the meeting began empty. */
export async function baseText(store: Store, record: MeetingRecord): Promise<string | undefined> {
  if (record.base === null) return undefined
  const base = await store.base(record.base)
  if (base === undefined) throw new AppError('internal', 'The imported text is missing.')
  return fromBase(base)
}

/** A name for the file, from the title: lower case, words joined by hyphens. */
export function fileName(title: string): string {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu)
  // By whole letters: a file has no half of one in its name.
  return `${Array.from((words ?? ['minutes']).join('-'))
    .slice(0, 80)
    .join('')}.md`
}
