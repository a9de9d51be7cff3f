import { useState, type SubmitEvent } from 'react'

import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { caretWording } from './caret-wording.ts'
import { idAt } from './line-id.ts'
import { useLive } from './live.ts'

const SPANS = [
  { seconds: 30, words: '30 seconds' },
  { seconds: 60, words: '1 minute' },
  { seconds: 120, words: '2 minutes' },
  { seconds: 300, words: '5 minutes' },
] as const

/** Calls for consent on the words of the caret's line, or others: silence until the time is over is consent. */
export function ConsentDialog({ onClose }: { readonly onClose: () => void }) {
  const { ask, editor } = useLive()
  const [line] = useState(() => (editor === null ? null : caretWording(editor)))
  const [wording, setWording] = useState(line?.wording ?? '')
  const [seconds, setSeconds] = useState<number>(60)
  const call = async (event: SubmitEvent) => {
    event.preventDefault()
    const words = wording.trim()
    if (words === '') return
    // Of other words than the line's the line says nothing.
    const block = editor !== null && line !== null && words === line.wording ? idAt(editor, line.path) : null
    const done = await ask({ do: 'call-consent', block, wording: words, seconds })
    if (done.ok) onClose()
  }
  return (
    <Dialog title="Call for consent" onClose={onClose}>
      <form className="live-form" onSubmit={(event) => void call(event)}>
        <Field
          label="What is to be agreed"
          maxLength={500}
          autoComplete="off"
          value={wording}
          onChange={(event) => setWording(event.target.value)}
        />
        <Choice
          label="Time to object"
          value={seconds}
          onChange={(event) => setSeconds(Number(event.target.value))}
          hint="Silence until then is recorded as consent; one objection makes it a vote."
        >
          {SPANS.map(({ seconds, words }) => (
            <option key={seconds} value={seconds}>
              {words}
            </option>
          ))}
        </Choice>
        <div className="dialog-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={wording.trim() === ''}>
            Call for consent
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
