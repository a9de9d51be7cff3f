/** Tells the time, in milliseconds since 1970, and wakes who asks for it. */
export interface Clock {
  now(): number
  /** Runs the task at this time, or at once where that is over; the answer takes it back. */
  at(time: number, task: () => void): () => void
}

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  at: (time, task) => {
    const timer = setTimeout(task, Math.max(0, time - Date.now())).unref()
    return () => clearTimeout(timer)
  },
}
