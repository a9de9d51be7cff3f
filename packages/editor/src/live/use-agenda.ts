import type { Called } from '@plenary/shared/meeting'
import type { Editor } from '@tiptap/core'
import { useMemo } from 'react'

import { lastReading } from '../understanding/index.ts'
import { nextItem, type PlannedItem, planOf, refOf } from './agenda.ts'
import { nameItem } from './line-id.ts'
import { useLive, useRecord } from './live.ts'
import { presentersOf } from './presenters.ts'
import { topicsIn } from './topics.ts'
import { useOverview } from './use-overview.ts'

interface Agenda {
  readonly plan: readonly PlannedItem[]
  readonly next: PlannedItem | null
  /** Opens an item for everybody; one that is open is closed by that. */
  readonly open: (item: PlannedItem) => Promise<void>
}

/** The agenda of the minutes as the record has it run. */
export function useAgenda(): Agenda {
  const { editor, ask } = useLive()
  // Whatever changes the agenda changes the outline.
  const { outline } = useOverview()
  const progress = useRecord(({ agenda }) => agenda)
  const topics = useMemo(() => (editor === null || outline.length === 0 ? [] : topicsIn(editor)), [editor, outline])
  const plan = useMemo(() => planOf(topics, progress), [topics, progress])
  const open = async (item: PlannedItem): Promise<void> => {
    const id = editor === null ? null : nameItem(editor, item)
    await ask({
      do: 'open-item',
      item: { ...refOf(item), ...(id === null ? {} : { item: id }) },
      presenters: presentersIn(editor, item),
    })
  }
  return { plan, next: nextItem(plan), open }
}

/** Who presents an item, by the minutes as they were read last. */
export function presentersIn(editor: Editor | null, { presenter }: Pick<PlannedItem, 'presenter'>): readonly Called[] {
  return presentersOf(presenter ?? '', editor === null ? undefined : lastReading(editor.state)?.understanding.roster)
}
