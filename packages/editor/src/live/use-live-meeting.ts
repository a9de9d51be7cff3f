import { can, LEVEL_SENTENCES } from '@plenary/shared/meeting'
import type { Editor } from '@tiptap/core'
import { useMemo, useState, useSyncExternalStore } from 'react'

import { getRotation } from '../app/people-api.ts'
import type { Ledger } from '../connection/index.ts'
import { createValue, type Value } from '../connection/observable.ts'
import type { OpenMeeting } from '../meeting/visit.ts'
import type { Live } from './live.ts'
import type { Wish, Wishes } from './wishes.ts'

interface LiveMeeting {
  readonly live: Live
  readonly wishes: Wishes
  /** Why the last thing that somebody asked for was not done. */
  readonly problem: Value<string | null>
  /** Whether the server keeps a record; until it has said so nothing of it is shown. */
  readonly isThere: boolean
  readonly mayInvite: boolean
  /** Why the person may not write; null: they may, as far as is known. */
  readonly readsOnly: string | null
}

/** What a meeting's page knows of the record. It changes only when somebody's right to write does, never for an entry. */
export function useLiveMeeting(
  { meeting, session, introduction }: Pick<OpenMeeting, 'meeting' | 'session' | 'introduction'>,
  editor: Editor | null,
): LiveMeeting {
  const { ledger, awareness } = session
  const [problem] = useState(() => createValue<string | null>(null))
  const [wishes] = useState(() => createValue<Wish | null>(null))
  const [pastNoteTaking] = useState(() => once(() => getRotation(meeting.id)))
  const live = useMemo(
    (): Live => ({
      meeting: meeting.id,
      ledger,
      awareness,
      editor,
      ask: async (command) => {
        problem.set(null)
        if ((await introduction.person()) === null) {
          return { ok: false, code: 'forbidden', message: 'This needs your name.' }
        }
        const done = await ledger.command(command)
        if (!done.ok) problem.set(done.message)
        return done
      },
      pastNoteTaking,
    }),
    [meeting.id, ledger, awareness, editor, introduction, problem, pastNoteTaking],
  )
  const isThere = useSyncExternalStore(ledger.you.subscribe, () => ledger.you.get() !== null)
  const mayInvite = useSyncExternalStore(
    ledger.you.subscribe,
    () => ledger.you.get()?.person !== null && can(ledger.you.get()?.role ?? null, 'invite', 'open-floor'),
  )
  const readsOnly = useSyncExternalStore(
    (listener) => {
      const ends = [ledger.you.subscribe(listener), ledger.state.subscribe(listener)]
      return () => ends.forEach((end) => end())
    },
    () => readsOnlyBy(ledger),
  )
  return { live, wishes, problem, isThere, mayInvite, readsOnly }
}

/** Asks when it is needed first, and gives the same answer to everybody then. */
function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: Promise<Answer> | undefined
  return () => (asked ??= ask())
}

function readsOnlyBy({ you, state }: Ledger): string | null {
  const told = you.get()
  const { level } = state.get()
  if (told === null || can(told.role, 'edit', level)) return null
  if (level === 'frozen') return LEVEL_SENTENCES.frozen
  if (told.role === 'reader' && level !== 'group') return 'You are here to read: a chair can let you write.'
  return LEVEL_SENTENCES[level]
}
