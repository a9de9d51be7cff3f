import { useMemo } from 'react'

import { peopleOf } from '../presence/index.ts'
import { lastReading } from '../understanding/index.ts'
import { nextItem, type PlannedItem, planOf, refOf } from './agenda.ts'
import { nameItem } from './line-id.ts'
import { useLive, useRecord } from './live.ts'
import { presenterHere, presentersOf } from './presenters.ts'
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
  const { editor, awareness, ledger, ask } = useLive()
  // Whatever changes the agenda changes the outline.
  const { outline } = useOverview()
  const progress = useRecord(({ agenda }) => agenda)
  const topics = useMemo(() => (editor === null || outline.length === 0 ? [] : topicsIn(editor)), [editor, outline])
  const plan = useMemo(() => planOf(topics, progress), [topics, progress])
  const open = async (item: PlannedItem): Promise<void> => {
    const id = editor === null ? null : nameItem(editor, item)
    const roster = editor === null ? undefined : lastReading(editor.state)?.understanding.roster
    const { attendance } = ledger.state.get()
    const presenters = presentersOf(item.presenter ?? '', roster)
    const presenter = presenterHere(presenters, attendance, peopleOf(awareness).get())
    await ask({
      do: 'open-item',
      item: { ...refOf(item), ...(id === null ? {} : { item: id }) },
      ...(presenter === undefined ? {} : { presenter }),
    })
  }
  return { plan, next: nextItem(plan), open }
}
