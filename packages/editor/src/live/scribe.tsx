import { useEffect } from 'react'

import { callSpeaker } from '../capture/index.ts'
import { openItemOf } from './agenda.ts'
import { toNotes } from './item-notes.ts'
import { useLive } from './live.ts'

/**
 * Writes at the note taker's caret what the record brings about there: the name of whoever is called to speak, and the way to the
 * notes of the item that was opened. Of several note takers only the first one's page does it, or it would stand there twice.
 */
export function Scribe() {
  const { ledger, editor } = useLive()
  useEffect(() => {
    if (editor === null) return undefined
    let last = ledger.state.get()
    const look = () => {
      const now = ledger.state.get()
      const before = last
      last = now
      const me = ledger.you.get()?.person?.id
      // What happened before this page came is written already.
      const isHistory = before.sequence === 0
      if (isHistory || me === undefined || now.noteTakers[0]?.person !== me || !editor.isEditable) return
      const { speaking } = now.queue
      const item = openItemOf(now.agenda)
      if (item !== null && item.item !== openItemOf(before.agenda)?.item) toNotes(editor, item)
      if (speaking !== null && speaking.turn !== before.queue.speaking?.turn) callSpeaker(editor, speaking.name)
    }
    return ledger.state.subscribe(look)
  }, [ledger, editor])
  return null
}
