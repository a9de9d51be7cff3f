import type { MeetingId } from '@plenary/shared/meeting'
import type { HouseStyle } from '@plenary/shared/style'

type Listener = (style: HouseStyle) => void

const listeners = new Map<MeetingId, Set<Listener>>()

/** Hears of another style of a meeting that this page stores; the function that comes back ends that. */
export function onRestyle(id: MeetingId, listener: Listener): () => void {
  const all = listeners.get(id) ?? new Set()
  listeners.set(id, all.add(listener))
  return () => {
    all.delete(listener)
    if (all.size === 0) listeners.delete(id)
  }
}

export function restyled(id: MeetingId, style: HouseStyle): void {
  for (const listener of listeners.get(id) ?? []) listener(style)
}
