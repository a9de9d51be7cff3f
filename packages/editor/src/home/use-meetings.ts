import type { Meeting } from '@plenary/shared/meeting'
import { useCallback, useEffect, useRef, useState } from 'react'

import { type Failure, isByName, listMeetings } from '../app/api.ts'

export type Meetings =
  | { readonly state: 'loading' }
  | { readonly state: 'loaded'; readonly meetings: readonly Meeting[] }
  /** With the meetings that were known before, if any were. */
  | {
      readonly state: 'failed'
      readonly message: string
      /** Only people who are known here may see them. */
      readonly isByName: boolean
      readonly meetings: readonly Meeting[]
    }

/** The meetings, newest first; asked for anew whenever the page gets the focus, is shown again or is back online. */
export function useMeetings(): readonly [Meetings, () => void] {
  const [meetings, setMeetings] = useState<Meetings>({ state: 'loading' })
  const asking = useRef({ now: false, again: false })

  // One question at a time: of a hundred imports that end while it is under way, one more brings the news.
  const ask = useCallback(async () => {
    const state = asking.current
    state.again = true
    if (state.now) return
    state.now = true
    while (state.again) {
      state.again = false
      const outcome = await listMeetings()
      if (outcome.ok) setMeetings({ state: 'loaded', meetings: newestFirst(outcome.value) })
      else setMeetings((before) => failed(before, outcome.failure))
    }
    state.now = false
  }, [])
  const refresh = useCallback(() => void ask(), [ask])

  useEffect(() => {
    const shown = () => {
      if (document.visibilityState === 'visible') refresh()
    }
    // oxlint-disable-next-line react/set-state-in-effect -- the state is set when the answer is there, not in the effect
    refresh()
    window.addEventListener('focus', refresh)
    window.addEventListener('online', refresh)
    document.addEventListener('visibilitychange', shown)
    return () => {
      window.removeEventListener('focus', refresh)
      window.removeEventListener('online', refresh)
      document.removeEventListener('visibilitychange', shown)
    }
  }, [refresh])

  return [meetings, refresh]
}

function failed(before: Meetings, failure: Failure): Meetings {
  const { message } = failure
  return {
    state: 'failed',
    message,
    isByName: isByName(failure),
    meetings: before.state === 'loading' ? [] : before.meetings,
  }
}

function newestFirst(meetings: readonly Meeting[]): readonly Meeting[] {
  return meetings.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
}
