import { createValue, type Observable } from '../connection/observable.ts'
import { useObservable } from '../ui/use-observable.ts'
import { EMPTY_OVERVIEW, type Overview, understandingOf } from '../understanding/index.ts'
import { useLive } from './live.ts'

const NOTHING_UNDERSTOOD: Observable<Overview> = createValue(EMPTY_OVERVIEW)

/** What the minutes tell of the meeting; nothing until they are there. */
export function useOverview(): Overview {
  const { editor } = useLive()
  const understanding = editor === null ? undefined : understandingOf(editor)
  return useObservable(understanding?.overview ?? NOTHING_UNDERSTOOD)
}
