import type { CloseReason } from '@plenary/shared/protocol'

/** `kept`: this browser holds a copy that outlives the page. False in a private window or when its storage is full. */
interface Unsaved {
  readonly changes: number
  readonly kept: boolean
}

/** What is true about the local changes; the words on the page say exactly this. */
export type Saving =
  /** Nothing is known yet: the first connection is being made. */
  | { readonly state: 'loading' }
  /** Every local change is on the server's disk. `at`: when that was last said about a change of ours. */
  | { readonly state: 'saved'; readonly at: Date | null }
  /** Connected, and the server has not acknowledged this many changes yet. */
  | ({ readonly state: 'saving' } & Unsaved)
  /** Not connected; it will come back by itself. */
  | ({ readonly state: 'offline' } & Unsaved)
  /** Not connected, and it will not come back by itself. */
  | ({ readonly state: 'stopped'; readonly reason: CloseReason } & Unsaved)

export interface SavingFacts {
  readonly link: Link
  readonly changes: number
  readonly kept: boolean
  readonly savedAt: Date | null
}

/** `first`: the first try is under way. `live`: both sides have told each other what the other lacked. */
export type Link =
  | { readonly state: 'first' | 'live' | 'away' }
  | { readonly state: 'stopped'; readonly reason: CloseReason }

export function savingOf({ link, changes, kept, savedAt }: SavingFacts): Saving {
  switch (link.state) {
    case 'first':
      return changes === 0 ? { state: 'loading' } : { state: 'saving', changes, kept }
    case 'live':
      return changes === 0 ? { state: 'saved', at: savedAt } : { state: 'saving', changes, kept }
    case 'away':
      return { state: 'offline', changes, kept }
    case 'stopped':
      return { state: 'stopped', reason: link.reason, changes, kept }
  }
}

export function sameSaving(a: Saving, b: Saving): boolean {
  if (a.state === 'saved' && b.state === 'saved') return a.at?.getTime() === b.at?.getTime()
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Whether people must hear of it at once: of anything but the coming and going of changes while they type. */
export function isUrgent(told: Saving, now: Saving): boolean {
  return told.state !== 'saving' || (now.state !== 'saving' && now.state !== 'saved')
}
