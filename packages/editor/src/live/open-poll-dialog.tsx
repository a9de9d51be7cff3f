import { useState, type SubmitEvent } from 'react'

import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useObservable } from '../ui/use-observable.ts'
import { understandingOf } from '../understanding/index.ts'
import { NOTHING_UNDERSTOOD } from './gaps.ts'
import { useLive } from './live.ts'
import { optionWords } from './option-words.ts'
import { type PollBlock, pollBlockOf } from './poll-block.ts'

interface OpenPollDialogProps {
  /** Null: a vote that is in no line of the minutes yet. */
  readonly block: PollBlock | null
  readonly onClose: () => void
}

const USUAL = ['SF', 'F', 'N', 'A', 'SA']

/** How much of a ballot that is not secret others can find out. */
const WHAT_SHOWS = {
  live: 'The counts follow three people or more at a time. The result can tell of somebody who changes their vote at the end.',
  'at-close': 'The result says how each affiliation voted: of one person alone, everybody can tell.',
} as const

/** On what terms a vote is opened. */
export function OpenPollDialog({ block: given, onClose }: OpenPollDialogProps) {
  const { ask, editor } = useLive()
  const live = editor === null ? undefined : understandingOf(editor)
  const { polls } = useObservable(live?.overview ?? NOTHING_UNDERSTOOD)
  const waiting = polls.filter(({ question, outcome }) => outcome === null && question !== '')
  const [picked, setPicked] = useState('')
  const block = given ?? (editor === null || picked === '' ? null : pollBlockOf(editor, picked))
  const [own, setOwn] = useState('')
  const question = block?.question ?? own
  const [shows, setShows] = useState<'live' | 'at-close'>('at-close')
  const [isSecret, setSecret] = useState(false)
  const [guests, setGuests] = useState(true)
  const options = block === null || block.options.length < 2 ? USUAL : block.options
  const open = async (event: SubmitEvent) => {
    event.preventDefault()
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
    <Dialog title="Open the vote" className="open-poll" beginsAt={given === null ? 'field' : 'top'} onClose={onClose}>
      <form className="live-form" onSubmit={(event) => void open(event)}>
        {given === null && waiting.length > 0 && (
          <Choice label="Which" value={picked} onChange={(event) => setPicked(event.target.value)}>
            <option value="">A question that is not in the minutes</option>
            {waiting.map(({ key, question }) => (
              <option key={key} value={key}>
                {question}
              </option>
            ))}
          </Choice>
        )}
        {block === null ? (
          <Field
            label="The question"
            maxLength={500}
            autoComplete="off"
            value={question}
            onChange={(event) => setOwn(event.target.value)}
          />
        ) : (
          <p className="open-poll-question">{question === '' ? 'A poll without a question' : question}</p>
        )}
        <p className="card-note">{options.map(optionWords).join(' · ')}</p>
        <fieldset className="outcomes">
          <legend>The counts show</legend>
          <label>
            <input
              type="radio"
              name="shows"
              checked={shows === 'live' && !isSecret}
              disabled={isSecret}
              onChange={() => setShows('live')}
            />
            as they come
          </label>
          <label>
            <input
              type="radio"
              name="shows"
              checked={shows === 'at-close' || isSecret}
              onChange={() => setShows('at-close')}
            />
            when the vote closes
          </label>
        </fieldset>
        <label className="check">
          <input
            type="checkbox"
            checked={isSecret}
            onChange={() => {
              setSecret(!isSecret)
              setShows('at-close')
            }}
          />
          Secret: nobody ever learns who voted how
        </label>
        {!isSecret && <p className="card-note">{WHAT_SHOWS[shows]}</p>}
        <label className="check">
          <input type="checkbox" checked={guests} onChange={() => setGuests(!guests)} />
          Guests vote as well
        </label>
        <div className="dialog-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={question.trim() === ''}>
            Open the vote
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
