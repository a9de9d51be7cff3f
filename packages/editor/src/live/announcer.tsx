import { useEffect, useRef } from 'react'

import { later } from './later.ts'
import { useLive } from './live.ts'
import { newsOf } from './news.ts'

/** Nobody hears more than one sentence in this time (ms). */
const PACE = 10_000

/** Says to a screen reader what happens in the meeting: gathered into one sentence, politely, and never too often. */
export function Announcer() {
  const { ledger } = useLive()
  const region = useRef<HTMLOutputElement>(null)
  useEffect(() => {
    let told = ledger.state.get()
    let saidAt = -Infinity
    let timer: ReturnType<typeof setTimeout> | undefined
    const say = () => {
      timer = undefined
      const now = ledger.state.get()
      told = later(told, ledger.past())
      const news = newsOf(told, now, ledger.you.get()?.person?.id ?? null)
      told = now
      if (news === null || region.current === null) return
      saidAt = Date.now()
      region.current.textContent = news
    }
    const plan = () => {
      told = later(told, ledger.past())
      if (told.sequence < ledger.state.get().sequence)
        timer ??= setTimeout(say, Math.max(0, saidAt + PACE - Date.now()))
    }
    const stop = ledger.state.subscribe(plan)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [ledger])
  return <output ref={region} className="visually-hidden" aria-live="polite" />
}
