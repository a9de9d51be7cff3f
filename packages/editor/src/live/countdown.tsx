import { useCallback } from 'react'

import { countdownWords } from './clock-words.ts'
import { Ticking } from './ticking.tsx'

interface CountdownProps {
  /** ISO 8601, by the server's clock. */
  readonly due: string
  readonly className?: string
}

/** The time that is left until then. */
export function Countdown({ due, ...rest }: CountdownProps) {
  const left = useCallback((now: number) => countdownWords(Date.parse(due) - now), [due])
  return <Ticking {...rest} words={left} />
}
