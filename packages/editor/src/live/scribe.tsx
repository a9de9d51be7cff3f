import { useEffect } from 'react'

import { callSpeaker } from '../capture/index.ts'
import { openItemOf } from './agenda.ts'
import { toNotes } from './item-notes.ts'
import { later } from './later.ts'
import { useLive } from './live.ts'
import { scribePage } from './scribe-page.ts'

/**
 * Writes at the note taker's caret what the record brings about there: the name of whoever is called to speak, and the way to the
 * notes of the item that was opened. One page alone does it, or it would stand there twice.
 */
export function Scribe() {
  const { ledger, awareness, editor } = useLive()
  useEffect(() => {
    if (editor === null) return undefined
    let last = ledger.state.get()
    const look = () => {
      const now = ledger.state.get()
      // What happened before this page heard of it is written already.
      const before = later(last, ledger.past())
      last = now
      if (!editor.isEditable || scribePage(awareness, now.noteTakers) !== awareness.clientID) return
      const { speaking } = now.queue
      const item = openItemOf(now.agenda)
      if (item !== null && item.item !== openItemOf(before.agenda)?.item) toNotes(editor, item)
      if (speaking !== null && speaking.turn !== before.queue.speaking?.turn) callSpeaker(editor, speaking.name)
    }
    return ledger.state.subscribe(look)
  }, [ledger, awareness, editor])
  return null
}
