import { useEffect, useRef } from 'react'

import { useLive } from './live.ts'

interface TickingProps {
  /** What to show at this time of the server (ms). A function that stays the same as long as it says the same. */
  readonly words: (now: number) => string
  readonly className?: string
}

/**
 * Words that change each second. They are written past React: whenever that changes anything, it looks through the whole text
 * for the caret, and typing would pay for it.
 */
export function Ticking({ words, className }: TickingProps) {
  const { ledger } = useLive()
  const element = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const show = () => {
      const now = words(ledger.now())
      if (element.current !== null && element.current.textContent !== now) element.current.textContent = now
    }
    show()
    const timer = setInterval(show, 250)
    return () => clearInterval(timer)
  }, [ledger, words])
  // Nobody wants to hear a clock tick; what it means is said where it matters.
  return <span ref={element} className={className} aria-live="off" />
}
