import type { Poll } from '@plenary/shared/ledger'
import { useId, useState, type SubmitEvent } from 'react'

import { Button } from '../ui/button.tsx'
import { useLive } from './live.ts'

interface ReasonProps {
  readonly poll: Poll
  /** What they have written and not sent. It outlives the poll, which somebody may close meanwhile. */
  readonly text: string
  readonly onText: (text: string) => void
}

/** Asks who is against it why, in private: nothing of it leaves this page unless they press the button. */
export function Reason({ poll: { poll, terms }, text, onText }: ReasonProps) {
  const { ask } = useLive()
  const id = useId()
  const [isSent, setSent] = useState(false)
  if (isSent) return <output className="card-note">Your reason goes into the minutes.</output>
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const done = await ask({ do: 'give-reason', poll, text: text.trim() })
    if (!done.ok) return
    setSent(true)
    onText('')
  }
  return (
    <form className="reason" onSubmit={(event) => void send(event)}>
      <label htmlFor={id}>Say why, if you like</label>
      <textarea
        id={id}
        rows={2}
        maxLength={500}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onText(event.target.value)}
      />
      <p id={`${id}-hint`} className="card-note">
        Only you see this.{' '}
        {terms.secret ? 'Sent, it enters the minutes without your name.' : 'Sent, it enters the minutes.'}
      </p>
      <Button type="submit" disabled={text.trim() === ''}>
        Send it to the minutes
      </Button>
    </form>
  )
}
