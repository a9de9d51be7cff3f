import { useEffect } from 'react'

import { useLive, useMay, useRecord, useSelf } from './live.ts'
import { useProposal } from './use-proposal.ts'

/**
 * F8 takes the notes over or, of whoever takes them, hands them to the next in line; whoever is asked says yes by it. It works wherever
 * the caret is, as whoever takes over may not have been allowed to write before.
 */
export function NoteTakingKey() {
  const { ask } = useLive()
  const me = useSelf()?.id
  const noteTakers = useRecord(({ noteTakers }) => noteTakers)
  const handover = useRecord(({ handover }) => handover)
  const mayTake = useMay('take-notes')
  const next = useProposal()?.person
  useEffect(() => {
    const change = () => {
      if (handover !== null && me !== undefined && [handover.asks, handover.from, handover.to].includes(me)) {
        // Whoever has asked waits for the answer.
        if (handover.asks !== me) return
        void ask({ do: 'answer-handover', handover: handover.handover, agree: true })
      } else if (noteTakers.some(({ person }) => person === me)) {
        // Where nobody is next, the panel says so, and who else there is.
        if (next === undefined) document.querySelector<HTMLElement>('.note-taking')?.focus()
        else void ask({ do: 'hand-over', to: next.person, name: next.name })
      } else if (mayTake) {
        const from = noteTakers[0]?.person
        void ask({ do: 'take-over', ...(from === undefined ? {} : { from }) })
      }
    }
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
      // A modal dialog is a page of its own.
      if (document.querySelector('dialog:modal') !== null) return
      event.preventDefault()
      change()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [ask, me, noteTakers, handover, mayTake, next])
  return null
}
