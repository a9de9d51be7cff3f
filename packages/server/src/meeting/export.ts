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
  const base = record.base === null ? undefined : await store.base(record.base)
  if (record.base !== null && base === undefined) throw new AppError('internal', 'The imported text is missing.')
  return lens.print(state, base && fromBase(base))
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
