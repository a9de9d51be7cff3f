import type { PersonId } from '@plenary/shared/meeting'
import type { Editor } from '@tiptap/core'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { bindingOf } from '../binding/index.ts'
import type { Ledger } from '../connection/index.ts'
import { readCursor } from '../presence/index.ts'

/** The text moves at most this often (ms): a caret that jumps must not make a room dizzy. */
const PACE = 500

/** Keeps in sight where the first note taker writes, or whoever moved last where nobody takes notes. Returns what ends it. */
export function followNotes(editor: Editor, awareness: Awareness, ledger: Ledger): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = -1
  const show = (): void => {
    timer = undefined
    const at = noteTakersPlace(editor, awareness, ledger.state.get().noteTakers[0]?.person)
    if (at === null || at === last || editor.isDestroyed) return
    last = at
    const { node } = editor.view.domAtPos(Math.min(at, editor.state.doc.content.size))
    const element = node instanceof Element ? node : node.parentElement
    element?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }
  const soon = (): void => {
    timer ??= setTimeout(show, PACE)
  }
  awareness.on('change', soon)
  soon()
  return () => {
    awareness.off('change', soon)
    clearTimeout(timer)
  }
}

function noteTakersPlace(editor: Editor, awareness: Awareness, noteTaker: PersonId | undefined): number | null {
  const binding = bindingOf(editor)
  if (binding === undefined) return null
  const states = [...awareness.getStates()].filter(([client]) => client !== awareness.clientID)
  const own = states.filter(([, state]) => noteTaker !== undefined && personOf(state['user']) === noteTaker)
  const shown = own.length > 0 ? own : states
  const places = shown
    .toSorted(([one], [other]) => movedAt(awareness, other) - movedAt(awareness, one))
    .flatMap(([, state]) => readCursor(state['cursor'], Y.findRootTypeKey(binding.root)) ?? [])
    .flatMap(({ head }) => binding.positionOf(head) ?? [])
  return places[0] ?? null
}

/** The server puts in whom it knows them as. */
function personOf(user: unknown): unknown {
  return typeof user === 'object' && user !== null && 'id' in user ? user.id : undefined
}

function movedAt(awareness: Awareness, client: number): number {
  return awareness.meta.get(client)?.lastUpdated ?? 0
}
