import { can, type Action } from '@plenary/shared/meeting'
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Handshake, Megaphone } from 'lucide-react'

import type { LineCommand } from '../capture/index.ts'
import type { Ledger } from '../connection/index.ts'
import type { Value } from '../connection/observable.ts'
import type { SlashEntry } from '../editor/slash/entry.ts'
import { marks } from './marks.ts'
import type { Wish, Wishes } from './wishes.ts'

interface InTextOptions {
  readonly ledger: Ledger
  readonly wishes: Wishes
}

interface LiveInTextOptions extends InTextOptions {
  /** Why something is not done in the text. */
  readonly problem: Value<string | null>
}

/** The live meeting within the text: the item that is open, questions that are voted on and so locked, and what can be asked for. */
export function liveInText({ ledger, wishes, problem }: LiveInTextOptions): Extension {
  return Extension.create<unknown, { readonly wishes: Wishes }>({
    name: 'live',
    addStorage: () => ({ wishes }),
    addProseMirrorPlugins() {
      const slashEntries = liveCommands({ ledger, wishes }).map(({ isAvailable, ...entry }): SlashEntry => ({
        ...entry,
        isAllowed: ({ inSource }) => !inSource && isAvailable(),
      }))
      return [marks(ledger, (sentence) => problem.set(sentence)), new Plugin({ slashEntries })]
    },
  })
}

/** What Mod-Enter offers beside what a line can become. */
export function liveCommands({
  ledger,
  wishes,
}: InTextOptions): readonly (LineCommand & { readonly isAvailable: () => boolean })[] {
  const may = (action: Action) => () => {
    const { level, phase } = ledger.state.get()
    return phase.phase !== 'ended' && can(ledger.you.get()?.role ?? null, action, level)
  }
  const wish = (wish: Wish) => () => {
    wishes.set(wish)
    return true
  }
  return [
    {
      id: 'consent',
      letter: 'c',
      title: 'Call for consent',
      words: 'lazy consensus objection agree resolution',
      typed: null,
      icon: Handshake,
      isAvailable: may('call-consent'),
      run: wish({ wish: 'consent' }),
    },
    {
      id: 'open-vote',
      letter: 'o',
      title: 'Open the vote',
      words: 'poll ballot start everybody',
      typed: null,
      icon: Megaphone,
      isAvailable: may('run-poll'),
      run: wish({ wish: 'poll', key: null }),
    },
  ]
}
