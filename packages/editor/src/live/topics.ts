import { refsOf } from '@plenary/shared/blocks'
import type { Editor } from '@tiptap/core'

import { lastReading } from '../understanding/index.ts'

/** An item of the agenda in the minutes. */
export interface Topic {
  /** What the record calls it. */
  readonly item: string
  readonly text: string
  /** 0 for those that are in no other. */
  readonly depth: number
  /** It holds others, which follow it. */
  readonly isGroup: boolean
  readonly minutes: number | null
  /** As written. */
  readonly presenter: string | null
}

/** The agenda as the minutes were last read, each item before those in it. */
export function topicsIn({ state }: Editor): readonly Topic[] {
  return refsOf(lastReading(state)?.understanding.agendas ?? []).map(
    ({ item, text, depth, isGroup, minutes = null, presenter = null }) => ({
      item,
      text,
      depth,
      isGroup,
      minutes,
      presenter,
    }),
  )
}
