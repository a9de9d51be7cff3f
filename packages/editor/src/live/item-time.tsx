import type { AgendaProgress } from '@plenary/shared/ledger'
import { useCallback, useEffect, useRef } from 'react'

import { plannedFor, spentOn } from './agenda.ts'
import { clockWords } from './clock-words.ts'
import { useLive } from './live.ts'
import { Ticking } from './ticking.tsx'

/** What was spent of what was planned, in words and as a bar. */
export function ItemTime({ item }: { readonly item: AgendaProgress }) {
  const { ledger } = useLive()
  const planned = plannedFor(item)
  const words = useCallback(
    (now: number) => {
      const spent = spentOn(item, now)
      if (planned === null) return clockWords(spent)
      return spent > planned ? `${clockWords(spent - planned)} over` : `${clockWords(planned - spent)} left`
    },
    [item, planned],
  )
  const bar = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (planned === null) return undefined
    // Past React, as the words are.
    const show = () => {
      const part = Math.min(1, spentOn(item, ledger.now()) / planned)
      bar.current?.style.setProperty('--part', String(part))
      bar.current?.classList.toggle('item-bar-over', part === 1)
    }
    show()
    const timer = setInterval(show, 1_000)
    return () => clearInterval(timer)
  }, [item, planned, ledger])
  return (
    <span className="item-time">
      {planned !== null && <span ref={bar} className="item-bar" aria-hidden />}
      <Ticking className="item-clock" words={words} />
      {planned !== null && <span className="item-planned">of {planned / 60_000} min</span>}
    </span>
  )
}
