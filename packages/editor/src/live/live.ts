import type { Command, LedgerState, PastNoteTaking } from '@plenary/shared/ledger'
import { type Action, can, type MeetingId, type Person } from '@plenary/shared/meeting'
import type { You } from '@plenary/shared/protocol'
import type { Editor } from '@tiptap/core'
import { createContext, use, useCallback, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'

import type { Done, Ledger } from '../connection/index.ts'
import { useObservable } from '../ui/use-observable.ts'

/** What everything of the live meeting stands on. */
export interface Live {
  readonly meeting: MeetingId
  readonly ledger: Ledger
  /** Which pages are open. */
  readonly awareness: Awareness
  /** The minutes in this page; null while they are on their way. */
  readonly editor: Editor | null
  /** Asks the server for something in the person's name, which they are asked for first. What is refused is told to them. */
  readonly ask: (command: Command) => Promise<Done>
  /** Who took notes in the group's earlier meetings; asked for once. */
  readonly pastNoteTaking: () => Promise<readonly PastNoteTaking[]>
}

export const LiveContext = createContext<Live | null>(null)

export function useLive(): Live {
  const live = use(LiveContext)
  if (live === null) throw new Error('no meeting is live here')
  return live
}

/** A part of the record, kept true. `select` gives something that is the same as long as nothing in it has changed. */
export function useRecord<Part>(select: (state: LedgerState) => Part): Part {
  const { state } = useLive().ledger
  const subscribe = useCallback((listener: () => void) => state.subscribe(listener), [state])
  return useSyncExternalStore(subscribe, () => select(state.get()))
}

export function useYou(): You | null {
  return useObservable(useLive().ledger.you)
}

/** The person in front of this page, once the server knows them. */
export function useSelf(): Person | null {
  return useYou()?.person ?? null
}

/** Whether this person may do it; the server asks the same table again. */
export function useMay(action: Action): boolean {
  const role = useYou()?.role ?? null
  return can(
    role,
    action,
    useRecord(({ level }) => level),
  )
}
