import type { MeetingId } from '@plenary/shared/meeting'
import { useCallback, useEffect, useState } from 'react'

import { Visit, type MeetingState } from './visit.ts'

/** Visits the meeting for as long as its page is shown. The second value tries again. */
export function useMeeting(id: MeetingId, { isSeen = true } = {}): readonly [MeetingState, () => void] {
  const [state, setState] = useState<MeetingState>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    const visit = new Visit(id, setState, isSeen)
    return () => visit.leave()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another attempt is another visit
  }, [id, isSeen, attempt])

  const tryAgain = useCallback(() => {
    setState({ state: 'loading' })
    setAttempt((attempt) => attempt + 1)
  }, [])
  return [state, tryAgain]
}
