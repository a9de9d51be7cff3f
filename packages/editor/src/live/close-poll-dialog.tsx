import { type OutcomeKind, OUTCOMES, type Poll } from '@plenary/shared/ledger'
import { useState, type SubmitEvent } from 'react'

import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useLive } from './live.ts'
import { OUTCOME_WORDS } from './outcome-words.ts'
import { useSilent } from './use-silent.ts'

interface ClosePollDialogProps {
  readonly poll: Poll
  readonly onClose: () => void
}

/** A vote ends with a word of whoever runs it: what it means is said by a person, nothing computes it. */
export function ClosePollDialog({ poll, onClose }: ClosePollDialogProps) {
  const { ask } = useLive()
  const [kind, setKind] = useState<OutcomeKind | null>(null)
  const [sentence, setSentence] = useState('')
  const silent = useSilent(poll)
  const close = async (event: SubmitEvent) => {
    event.preventDefault()
    if (kind === null) return
    const done = await ask({ do: 'close-poll', poll: poll.poll, outcome: { kind, sentence: sentence.trim() } })
    if (done.ok) onClose()
  }
  return (
    <Dialog title="Close the vote" className="close-poll" beginsAt="top" onClose={onClose}>
      <form onSubmit={(event) => void close(event)}>
        <p className="close-poll-question">{poll.terms.question}</p>
        {poll.tally !== null && (
          <p className="close-poll-tally">
            {poll.terms.options.map((option, index) => (
              <span key={option}>
                {option} <strong>{poll.tally?.[index] ?? 0}</strong>
              </span>
            ))}
          </p>
        )}
        {silent.length > 0 && !poll.terms.secret && <p className="card-note">Not voted: {silent.join(', ')}</p>}
        <fieldset className="outcomes">
          <legend>What is the outcome?</legend>
          {OUTCOMES.map((outcome) => (
            <label key={outcome}>
              <input type="radio" name="outcome" checked={kind === outcome} onChange={() => setKind(outcome)} />
              {OUTCOME_WORDS[outcome]}
            </label>
          ))}
        </fieldset>
        <Field
          label="In a sentence"
          hint="It stands below the counts in the minutes. You may leave it empty."
          maxLength={300}
          autoComplete="off"
          value={sentence}
          onChange={(event) => setSentence(event.target.value)}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>Not yet</Button>
          <Button type="submit" look="primary" disabled={kind === null}>
            Close the vote
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
