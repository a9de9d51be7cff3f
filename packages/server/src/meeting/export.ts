import { AppError } from '../error.ts'
import type { Exported, Lens } from '../markdown/lens.ts'
import type { MeetingRecord, Store } from '../store/store.ts'
import { fromBase } from './text.ts'

/** The minutes as Markdown: the imported text with what was edited since, and nothing else changed. */
export async function exportMinutes(
  store: Store,
  lens: Lens,
  record: MeetingRecord,
  state: Uint8Array,
): Promise<Exported> {
  return lens.print(state, await baseText(store, record), record.style)
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
  return `${(words ?? ['minutes']).join('-').slice(0, 80)}.md`
}
