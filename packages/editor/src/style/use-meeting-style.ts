import { useCallback, useEffect, useState } from 'react'

import { getStyle, putStyle, type MeetingStyle, type StyleChoice } from '../app/api.ts'
import type { Replica } from '../export/replica.ts'
import { whenThere } from '../ui/when-there.ts'
import { restyled } from './restyled.ts'

/** Stores another style; says why where that is refused. */
export type Restyle = (choice: StyleChoice | null) => Promise<string | null>

/** How a meeting is written, null until that is known; and how to change it. What is exported is written so at once. */
export function useMeetingStyle(replica: Replica): readonly [MeetingStyle | null, Restyle] {
  const [style, setStyle] = useState<MeetingStyle | null>(null)
  const { id } = replica

  const take = useCallback(
    (next: MeetingStyle) => {
      setStyle(next)
      replica.write(next.origin === 'stored' ? next.style.writing : null)
    },
    [replica],
  )
  useEffect(() => whenThere(getStyle(id), (outcome) => outcome.ok && take(outcome.value)), [id, take])

  const restyle = useCallback(
    async (choice: StyleChoice | null) => {
      const outcome = await putStyle(id, choice)
      if (!outcome.ok) return outcome.failure.message
      take(outcome.value)
      restyled(id, outcome.value.style)
      return null
    },
    [id, take],
  )
  return [style, restyle]
}
