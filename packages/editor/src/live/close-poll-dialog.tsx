import { type OutcomeKind, OUTCOMES, type Poll, type PollCount as Count } from '@plenary/shared/ledger'
import { useState } from 'react'

import { DialogForm } from '../ui/dialog-form.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Radios } from '../ui/radios.tsx'
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
    <Dialog title="Close the vote" beginsAt="top" onClose={onClose}>
      <p className="poll-question">{poll.terms.question}</p>
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
  const count = () => ask({ do: 'end-voting', poll: poll.poll })
  return (
    <DialogForm submit="Count the votes" cancel="Not yet" onSubmit={count} onCancel={onClose}>
      {silent.length > 0 && <p className="card-note">Not voted: {silent.join(', ')}</p>}
      <p className="card-note">Nobody can vote after this. You see the counts, and then state the outcome.</p>
    </DialogForm>
  )
}

function Stating({ poll, count, onClose }: ClosePollDialogProps & { readonly count: Count }) {
  const { ask } = useLive()
  const [kind, setKind] = useState<OutcomeKind | null>(null)
  const [sentence, setSentence] = useState('')
  const state = async () => {
    if (kind === null) return
    const done = await ask({ do: 'close-poll', poll: poll.poll, outcome: { kind, sentence: sentence.trim() } })
    if (done.ok) onClose()
  }
  return (
    <DialogForm submit="State the outcome" cancel="Later" disabled={kind === null} onSubmit={state} onCancel={onClose}>
      <PollCount poll={poll} count={count} />
      {count.silent !== null && count.silent.length > 0 && (
        <p className="card-note">Not voted: {count.silent.join(', ')}</p>
      )}
      <Radios
        legend="What is the outcome?"
        name="outcome"
        values={OUTCOMES}
        chosen={kind}
        words={(outcome) => OUTCOME_WORDS[outcome]}
        onChoose={setKind}
      />
      <Field
        label="In a sentence"
        hint="It stands below the counts in the minutes. You may leave it empty."
        maxLength={300}
        autoComplete="off"
        value={sentence}
        onWrite={setSentence}
      />
    </DialogForm>
  )
}
