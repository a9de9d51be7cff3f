import { FOR_TO_AGAINST } from '@plenary/shared/blocks'
import { useState } from 'react'

import { Check } from '../ui/check.tsx'
import { Choice } from '../ui/choice.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Radios } from '../ui/radios.tsx'
import { useLive } from './live.ts'
import { optionWords } from './option-words.ts'
import { type PollBlock, pollBlockOf } from './poll-block.ts'
import { useOverview } from './use-overview.ts'

interface OpenPollDialogProps {
  /** Null: a vote that is in no line of the minutes yet. */
  readonly block: PollBlock | null
  readonly onClose: () => void
}

/** When the counts show of a vote that is not secret, and how much of a ballot others can find out then. */
const SHOWN = {
  live: {
    words: 'as they come',
    note: 'The counts follow three people or more at a time. The result can tell of somebody who changes their vote at the end.',
  },
  'at-close': {
    words: 'when the vote closes',
    note: 'The result says how each affiliation voted: of one person alone, everybody can tell.',
  },
} as const

/** On what terms a vote is opened. */
export function OpenPollDialog({ block: given, onClose }: OpenPollDialogProps) {
  const { ask, editor } = useLive()
  const { polls } = useOverview()
  const waiting = polls.filter(({ question, outcome }) => outcome === null && question !== '')
  const [picked, setPicked] = useState('')
  const block = given ?? (editor === null || picked === '' ? null : pollBlockOf(editor, picked))
  const [own, setOwn] = useState('')
  const question = block?.question ?? own
  const [openness, setOpenness] = useState<keyof typeof SHOWN | 'secret'>('at-close')
  const isSecret = openness === 'secret'
  // Of a secret vote the counts show only when it closes.
  const shows = isSecret ? 'at-close' : openness
  const [guests, setGuests] = useState(true)
  const options = block === null || block.options.length < 2 ? FOR_TO_AGAINST : block.options
  const open = async () => {
    const terms = {
      block: block?.nameIt() ?? null,
      question: question.trim(),
      options,
      shows,
      secret: isSecret,
      guests,
    }
    const done = await ask({ do: 'open-poll', terms })
    if (done.ok) onClose()
  }
  return (
    <Dialog title="Open the vote" beginsAt={given === null ? 'field' : 'top'} onClose={onClose}>
      <DialogForm submit="Open the vote" disabled={question.trim() === ''} onSubmit={open} onCancel={onClose}>
        {given === null && waiting.length > 0 && (
          <Choice label="Which" value={picked} onChoose={setPicked}>
            <option value="">A question that is not in the minutes</option>
            {waiting.map(({ key, question }) => (
              <option key={key} value={key}>
                {question}
              </option>
            ))}
          </Choice>
        )}
        {block === null ? (
          <Field label="The question" maxLength={500} autoComplete="off" value={question} onWrite={setOwn} />
        ) : (
          <p className="poll-question">{question === '' ? 'A poll without a question' : question}</p>
        )}
        <p className="card-note">{options.map(optionWords).join(' · ')}</p>
        <Radios
          legend="The counts show"
          name="shows"
          values={['live', 'at-close'] as const}
          chosen={shows}
          words={(value) => SHOWN[value].words}
          isDisabled={(value) => isSecret && value === 'live'}
          onChoose={setOpenness}
        />
        <Check checked={isSecret} onToggle={() => setOpenness(isSecret ? 'at-close' : 'secret')}>
          Secret: nobody ever learns who voted how
        </Check>
        {!isSecret && <p className="card-note">{SHOWN[shows].note}</p>}
        <Check checked={guests} onToggle={() => setGuests(!guests)}>
          Guests vote as well
        </Check>
      </DialogForm>
    </Dialog>
  )
}
