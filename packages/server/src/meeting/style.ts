import { type HouseStyle, isShippedName, PLAIN, SHIPPED } from '@plenary/shared/style'

import { AppError } from '../error.ts'
import { type Lens, LensError } from '../markdown/lens.ts'
import type { MeetingRecord, Store } from '../store/store.ts'
import { fromBase } from './text.ts'

/** How a meeting is written, and who says so: a person; the text that was imported; nobody. */
export interface MeetingStyle {
  readonly origin: 'stored' | 'inferred' | 'plain'
  readonly style: HouseStyle
}

/** What a request may ask for: a style that comes with Plenary by its name, that of another meeting, or one of its own. */
export type StyleChoice = string | { readonly like: string } | HouseStyle

export async function styleOf(store: Store, lens: Lens, record: MeetingRecord): Promise<MeetingStyle> {
  if (record.style !== undefined) return { origin: 'stored', style: record.style }
  const { base: hash } = record
  const base = hash === null ? undefined : await store.base(hash)
  if (hash === null || base === undefined) return { origin: 'plain', style: PLAIN }
  try {
    return { origin: 'inferred', style: await inferred(lens, hash, base) }
  } catch (error) {
    if (!(error instanceof LensError)) throw error
    throw new AppError('internal', `The style of this file could not be inferred: ${error.message}.`, { cause: error })
  }
}

/** Styles of imported texts by their hashes; a text never changes, and inferring takes a part of a second. */
const known = new WeakMap<Lens, Map<string, HouseStyle>>()
const KEPT = 200

async function inferred(lens: Lens, hash: string, base: Uint8Array): Promise<HouseStyle> {
  const styles = known.get(lens) ?? new Map<string, HouseStyle>()
  known.set(lens, styles)
  const style = styles.get(hash) ?? (await lens.style(fromBase(base)))
  styles.delete(hash)
  styles.set(hash, style)
  const [oldest] = styles.keys()
  if (styles.size > KEPT && oldest !== undefined) styles.delete(oldest)
  return style
}

/** The style that was asked for. Throws `AppError` where there is none of that name, or no such meeting. */
export async function chosenStyle(store: Store, lens: Lens, choice: StyleChoice): Promise<HouseStyle> {
  if (typeof choice === 'string') {
    if (isShippedName(choice)) return SHIPPED[choice]
    const names = Object.keys(SHIPPED).join(', ')
    throw new AppError('bad-request', `There is no style of this name; there are ${names}.`)
  }
  if (!('like' in choice)) return choice
  const other = await store.meeting(choice.like)
  if (other === undefined) throw new AppError('bad-request', 'There is no meeting to take the style of.')
  return (await styleOf(store, lens, other)).style
}
