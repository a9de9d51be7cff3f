import type { PersonId } from '@plenary/shared/meeting'
import type { Editor } from '@tiptap/core'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { bindingOf } from '../binding/index.ts'
import type { Ledger } from '../connection/index.ts'
import { pagesIn, pagesOf, readCursor } from '../presence/index.ts'

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
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    element?.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
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
  const own = noteTaker === undefined ? [] : pagesOf(awareness, noteTaker)
  const shown = (own.length > 0 ? own : pagesIn(awareness)).filter(({ client }) => client !== awareness.clientID)
  const places = shown
    .flatMap(({ cursor }) => readCursor(cursor, Y.findRootTypeKey(binding.root)) ?? [])
    .flatMap(({ head }) => binding.positionOf(head) ?? [])
  return places[0] ?? null
}
