import { seedUpdate, titleOf } from '@plenary/shared/document'
import type { Meeting } from '@plenary/shared/meeting'
import { type HouseStyle, skeleton } from '@plenary/shared/style'

import { AppError } from '../error.ts'
import { type Imported, type Lens, LensError } from '../markdown/lens.ts'
import type { MeetingRecord, Store } from '../store/store.ts'
import { newEpoch, newMeetingId } from './id.ts'
import { toBase } from './text.ts'

export interface CreateOptions {
  /** The name of a meeting whose minutes name themselves nothing. */
  readonly title?: string
  /** Minutes to begin with, as they are in the file. */
  readonly markdown?: string
  /** How they are written; without a text they begin with what such minutes have. */
  readonly style?: HouseStyle
  /** `2027-04-27` */
  readonly date?: string
  /** The group whose meeting it is. */
  readonly group?: string
  /** `16:00` or `16:00-17:00` */
  readonly time?: string
  /** What has to be done before the meeting is there. */
  readonly begins?: (meeting: Pick<Meeting, 'id'>) => Promise<void>
}

const UNTITLED = 'Untitled meeting'

/** Creates a meeting with its minutes in one step, or nothing at all. Throws `AppError` for a text that cannot be taken. */
export async function createMeeting(store: Store, lens: Lens, options: CreateOptions): Promise<Meeting> {
  const name = nameOf(options.title)
  const base = options.markdown === undefined ? undefined : toBase(options.markdown)
  const { state, title } = options.markdown === undefined ? begin(name, options) : await read(lens, options.markdown)
  const now = new Date().toISOString()
  const record: MeetingRecord = {
    id: newMeetingId(),
    name: name ?? UNTITLED,
    title: title ?? name ?? UNTITLED,
    createdAt: now,
    updatedAt: now,
    epoch: newEpoch(),
    base: base?.hash ?? null,
    ...(options.group !== undefined && { group: options.group }),
    ...(options.style && { style: options.style }),
  }
  await options.begins?.(record)
  await store.create({ record, state, ...(base && { base: base.bytes }) })
  return toMeeting(record)
}

/** What others may see of a record. */
export function toMeeting({ id, title, createdAt, updatedAt, epoch, base, group }: MeetingRecord): Meeting {
  return { id, title, createdAt, updatedAt, epoch, base, ...(group !== undefined && { group }) }
}

/** One line, without blanks around it; undefined where nothing is left. */
function nameOf(title: string | undefined): string | undefined {
  if (title === undefined) return undefined
  if (!title.isWellFormed()) throw new AppError('not-text', 'This title is not text.')
  // oxlint-disable-next-line no-control-regex -- these are what must not be in a title
  const line = title.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
  return line === '' ? undefined : line
}

/** Minutes without a text to begin with: as the style has them, or a title and an empty line. */
function begin(name: string | undefined, { style, date, time }: CreateOptions): Imported {
  if (style === undefined) return blank(name)
  const minutes = skeleton(style, { ...(name && { title: name }), ...(date && { date }), ...(time && { time }) })
  return { state: seedUpdate(minutes), title: titleOf(minutes) }
}

function blank(name: string | undefined): Imported {
  const paragraph = { type: 'paragraph' } as const
  if (name === undefined) return { state: seedUpdate({ type: 'doc', content: [paragraph] }), title: undefined }
  const heading = { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: name }] } as const
  return { state: seedUpdate({ type: 'doc', content: [heading, paragraph] }), title: name }
}

async function read(lens: Lens, markdown: string): Promise<Imported> {
  try {
    return await lens.read(markdown)
  } catch (error) {
    if (!(error instanceof LensError)) throw error
    throw new AppError('unreadable', `This file could not be read: ${error.message}.`, { cause: error })
  }
}
