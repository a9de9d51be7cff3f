import { useMemo } from 'react'

import { createValue } from '../connection/observable.ts'
import { useObservable } from '../ui/use-observable.ts'
import { type TopicRow, understandingOf } from '../understanding/index.ts'
import { nextItem, type PlannedItem, planOf, refOf } from './agenda.ts'
import { nameItem } from './line-id.ts'
import { useLive, useRecord } from './live.ts'

interface Agenda {
  readonly plan: readonly PlannedItem[]
  readonly next: PlannedItem | null
  /** Opens an item for everybody; one that is open is closed by that. */
  readonly open: (item: PlannedItem) => Promise<void>
}

const NO_TOPICS = createValue<{ readonly topics: readonly TopicRow[] }>({ topics: [] })

/** The agenda of the minutes as the record has it run. */
export function useAgenda(): Agenda {
  const { editor, ask } = useLive()
  const live = editor === null ? undefined : understandingOf(editor)
  const { topics } = useObservable<{ readonly topics: readonly TopicRow[] }>(live?.overview ?? NO_TOPICS)
  const progress = useRecord(({ agenda }) => agenda)
  const plan = useMemo(() => planOf(topics, progress), [topics, progress])
  const open = async (item: PlannedItem): Promise<void> => {
    const id = editor === null ? null : nameItem(editor, item)
    await ask({ do: 'open-item', item: { ...refOf(item), ...(id === null ? {} : { item: id }) } })
  }
  return { plan, next: nextItem(plan), open }
}
