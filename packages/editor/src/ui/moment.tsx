import { useEffect, useState } from 'react'

import { absoluteTime, relativeTime } from './time.ts'

/** A moment in both ways: «2 hours ago (20 Nov 2026, 16:12)», the first kept true while the page is open. */
export function Moment({ iso }: { readonly iso: string }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  const date = new Date(iso)
  return (
    <time dateTime={iso}>
      {relativeTime(date, now)} ({absoluteTime(date)})
    </time>
  )
}
