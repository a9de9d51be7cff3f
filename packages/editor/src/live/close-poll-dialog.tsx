import { type OutcomeKind, OUTCOMES, type Poll, type PollCount as Count } from '@plenary/shared/ledger'
import { useState, type SubmitEvent } from 'react'

import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useLive } from './live.ts'
import { OUTCOME_WORDS } from './outcome-words.ts'
import { PollCount } from './poll-count.tsx'
import { useSilent } from './use-silent.ts'

interface ClosePollDialogProps {
  readonly poll: Poll
  readonly onClose: () => void
}

/** A vote ends in two steps: the votes are counted, and then somebody says what they mean; nothing computes that. */
export function ClosePollDialog({ poll, onClose }: ClosePollDialogProps) {
  return (
    <Dialog title="Close the vote" className="close-poll" beginsAt="top" onClose={onClose}>
      <p className="close-poll-question">{poll.terms.question}</p>
      {poll.count === null ? (
        <Counting poll={poll} onClose={onClose} />
      ) : (
        <Stating poll={poll} count={poll.count} onClose={onClose} />
      )}
    </Dialog>
  )
}

function Counting({ poll, onClose }: ClosePollDialogProps) {
  const { ask } = useLive()
  const silent = useSilent(poll)
  return (
    <>
      {silent.length > 0 && <p className="card-note">Not voted: {silent.join(', ')}</p>}
      <p className="card-note">Nobody can vote after this. You see the counts, and then state the outcome.</p>
      <div className="dialog-actions">
        <Button onClick={onClose}>Not yet</Button>
        <Button look="primary" onClick={() => void ask({ do: 'end-voting', poll: poll.poll })}>
          Count the votes
        </Button>
      </div>
    </>
  )
}

function Stating({ poll, count, onClose }: ClosePollDialogProps & { readonly count: Count }) {
  const { ask } = useLive()
  const [kind, setKind] = useState<OutcomeKind | null>(null)
  const [sentence, setSentence] = useState('')
  const state = async (event: SubmitEvent) => {
    event.preventDefault()
    if (kind === null) return
    const done = await ask({ do: 'close-poll', poll: poll.poll, outcome: { kind, sentence: sentence.trim() } })
    if (done.ok) onClose()
  }
  return (
    <form onSubmit={(event) => void state(event)}>
      <PollCount poll={poll} count={count} />
      {count.silent !== null && count.silent.length > 0 && (
        <p className="card-note">Not voted: {count.silent.join(', ')}</p>
      )}
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
        <Button onClick={onClose}>Later</Button>
        <Button type="submit" look="primary" disabled={kind === null}>
          State the outcome
        </Button>
      </div>
    </form>
  )
}
