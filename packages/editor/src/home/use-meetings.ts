import type { Meeting } from '@plenary/shared/meeting'
import { useCallback, useEffect, useRef, useState } from 'react'

import { listMeetings } from '../app/api.ts'

export type Meetings =
  | { readonly state: 'loading' }
  | { readonly state: 'loaded'; readonly meetings: readonly Meeting[] }
  | { readonly state: 'failed'; readonly message: string }

/** The meetings, newest first; asked for anew whenever the page gets the focus or is shown again. */
export function useMeetings(): readonly [Meetings, () => void] {
  const [meetings, setMeetings] = useState<Meetings>({ state: 'loading' })
  const asked = useRef(0)

  const ask = useCallback(async () => {
    asked.current += 1
    const question = asked.current
    const outcome = await listMeetings()
    // An answer that a later question has overtaken is old news.
    if (question !== asked.current) return
    if (outcome.ok) setMeetings({ state: 'loaded', meetings: newestFirst(outcome.value) })
    else setMeetings({ state: 'failed', message: outcome.failure.message })
  }, [])
  const refresh = useCallback(() => void ask(), [ask])

  useEffect(() => {
    const shown = () => {
      if (document.visibilityState === 'visible') refresh()
    }
    // oxlint-disable-next-line react/set-state-in-effect -- the state is set when the answer is there, not in the effect
    refresh()
    window.addEventListener('focus', refresh)
    document.addEventListener('visibilitychange', shown)
    return () => {
      window.removeEventListener('focus', refresh)
      document.removeEventListener('visibilitychange', shown)
    }
  }, [refresh])

  return [meetings, refresh]
}

function newestFirst(meetings: readonly Meeting[]): readonly Meeting[] {
  return meetings.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
}
