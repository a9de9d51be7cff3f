import { absoluteTime, relativeTime } from './time.ts'

interface MomentProps {
  readonly iso: string
  /** The time now (ms). */
  readonly now: number
}

/** A moment in both ways: «2 hours ago (20 Nov 2026, 16:12)». */
export function Moment({ iso, now }: MomentProps) {
  const date = new Date(iso)
  return (
    <time dateTime={iso}>
      {relativeTime(date, now)} ({absoluteTime(date)})
    </time>
  )
}
