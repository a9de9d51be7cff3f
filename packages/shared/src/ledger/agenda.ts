import type { Called } from '../meeting/index.ts'
import type { CommandOf } from './command.ts'
import { accept, type Context, type Decision, NOTHING_NEW, refuse } from './decision.ts'
import type { EventOf, LedgerEvent } from './event.ts'
import type { AgendaProgress } from './state.ts'
import { millisecondsBetween } from './time.ts'

/** One item is open at a time: the one before is done. */
export function openItem({ item, presenters }: CommandOf<'open-item'>, { state }: Context): Decision {
  const open = openOf(state.agenda)
  const opened: LedgerEvent = { type: 'item-opened', item, ...(presenters === undefined ? {} : { presenters }) }
  if (open?.item === item.item) {
    const isKnown = presenters === undefined || areSame(presenters, open.presenters)
    return isKnown ? NOTHING_NEW : accept(opened)
  }
  return accept(...(open === undefined ? [] : [done(open)]), opened)
}

function areSame(some: readonly Called[], others: readonly Called[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ name, handle }, index) => name === others[index]?.name && handle === others[index]?.handle)
  )
}

export function closeItem({ item, as }: CommandOf<'close-item'>, { state }: Context): Decision {
  if (state.agenda.find((one) => one.item === item)?.state === as) return NOTHING_NEW
  return accept({ type: 'item-closed', item, as })
}

export function extendItem({ item, minutes }: CommandOf<'extend-item'>, { state }: Context): Decision {
  if (openOf(state.agenda)?.item !== item) {
    return refuse('not-now', 'This item is not open: open it, then give it more time.')
  }
  return accept({ type: 'item-extended', item, minutes })
}

/** The item that is open now. */
export function openOf(agenda: readonly AgendaProgress[]): AgendaProgress | undefined {
  return agenda.find(({ state }) => state === 'open')
}

export function done({ item }: AgendaProgress): LedgerEvent {
  return { type: 'item-closed', item, as: 'done' }
}

export function agendaAfter(
  agenda: readonly AgendaProgress[],
  event: EventOf<'item-opened' | 'item-closed' | 'item-extended'>,
  time: string,
): readonly AgendaProgress[] {
  switch (event.type) {
    case 'item-opened': {
      const { item, presenters } = event
      return withItem(agenda, item.item, (before) => ({
        ...before,
        ...item,
        state: 'open',
        since: before.since ?? time,
        presenters: presenters ?? before.presenters,
      }))
    }
    case 'item-closed':
      return withItem(agenda, event.item, (before) => ({
        ...before,
        state: event.as,
        since: null,
        spent: before.spent + (before.since === null ? 0 : millisecondsBetween(before.since, time)),
      }))
    case 'item-extended':
      return withItem(agenda, event.item, (before) => ({ ...before, extended: before.extended + event.minutes }))
  }
}

function withItem(
  agenda: readonly AgendaProgress[],
  item: string,
  change: (before: AgendaProgress) => AgendaProgress,
): readonly AgendaProgress[] {
  if (agenda.some((one) => one.item === item)) return agenda.map((one) => (one.item === item ? change(one) : one))
  return [...agenda, change({ item, text: '', state: 'done', since: null, spent: 0, extended: 0, presenters: [] })]
}
