import type { Attendance, Presence } from '../attendance.ts'

/** The nearest attendance of that state, with none of the own state between: that would be another session's. */
export function listOf(attendances: readonly Attendance[], index: number, presence: Presence): Attendance | null {
  const own = attendances[index]!
  if (own.state === presence) return null
  const found = [1, -1].flatMap((step) => {
    const others = step > 0 ? attendances.slice(index + 1) : attendances.slice(0, index).toReversed()
    const end = others.findIndex(({ state }) => state === own.state)
    const each = (end < 0 ? others : others.slice(0, end)).find(({ state }) => state === presence)
    return each === undefined ? [] : [each]
  })
  const near = found.filter((each) => distance(each, own) <= NEAR)
  return near.sort((a, b) => distance(a, own) - distance(b, own))[0] ?? null
}

/** Blocks between two lists of the same session: a heading, a comment, the note taker. */
const NEAR = 4

function distance({ carrier: a }: Attendance, { carrier: b }: Attendance): number {
  const level = a.path.findIndex((place, depth) => place !== b.path[depth])
  return level < 0 ? 0 : Math.abs(a.path[level]! - (b.path[level] ?? 0))
}
