import { type AgendaItemRef, type AgendaProgress, openOf } from '@plenary/shared/ledger'

import type { Topic } from './topics.ts'

/** An item of the agenda with what the record says of it. */
export interface PlannedItem extends AgendaItemRef {
  readonly presenter: string | null
  /** Null: nobody has opened it yet. */
  readonly progress: AgendaProgress | null
}

/** The agenda of the minutes, each item with its progress; what was opened and is no longer in them stays at the end. */
export function planOf(topics: readonly Topic[], progress: readonly AgendaProgress[]): readonly PlannedItem[] {
  const rest = new Set(progress)
  const planned = spokenOf(topics).map(({ item, text, minutes, presenter }): PlannedItem => {
    // An item whose line got its id later, or was edited, is still known by the other one of both.
    const own = progress.find((one) => one.item === item) ?? progress.find((one) => one.text === text) ?? null
    if (own !== null) rest.delete(own)
    return { item: own?.item ?? item, text, ...(minutes === null ? {} : { minutes }), presenter, progress: own }
  })
  const gone = [...rest].map((one): PlannedItem => ({ ...refOf(one), presenter: null, progress: one }))
  return [...planned, ...gone]
}

/** What is talked about by itself: an item with a time of its own or with nothing in it; a mere head gives way to what it holds. */
function spokenOf(topics: readonly Topic[]): readonly Topic[] {
  let within = Infinity
  return topics.filter(({ depth, isGroup, minutes }) => {
    if (depth > within) return false
    const isWhole = !isGroup || minutes !== null
    within = isWhole ? depth : Infinity
    return isWhole
  })
}

/** The item that is talked about. */
export function openItemOf(agenda: readonly AgendaProgress[]): AgendaProgress | null {
  return openOf(agenda) ?? null
}

/** What comes after the open one, or first of all: what has not been talked about yet. */
export function nextItem(plan: readonly PlannedItem[]): PlannedItem | null {
  const at = plan.findIndex(({ progress }) => progress?.state === 'open')
  const waits = ({ progress }: PlannedItem): boolean => progress === null
  return plan.slice(at + 1).find(waits) ?? plan.slice(0, Math.max(0, at)).find(waits) ?? null
}

/** What nobody has opened, and what was put off. */
export function notReached(plan: readonly PlannedItem[]): readonly AgendaItemRef[] {
  return plan.filter(({ progress }) => progress === null || progress.state === 'deferred').map(refOf)
}

export function refOf({ item, text, minutes }: AgendaItemRef): AgendaItemRef {
  return { item, text, ...(minutes === undefined ? {} : { minutes }) }
}

/** How long an item has been talked about (ms). */
export function spentOn({ spent, since }: AgendaProgress, now: number): number {
  return spent + (since === null ? 0 : Math.max(0, now - Date.parse(since)))
}

/** How long it may take (ms); null where nobody has said. */
export function plannedFor({ minutes, extended }: AgendaProgress): number | null {
  return minutes === undefined && extended === 0 ? null : ((minutes ?? 0) + extended) * 60_000
}
