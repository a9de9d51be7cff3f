import { useState } from 'react'

import { Choice } from '../ui/choice.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
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
  const [written, setWritten] = useState(line?.wording ?? '')
  const [seconds, setSeconds] = useState<number>(60)
  const wording = written.trim()
  const call = async () => {
    // Of other words than the line's the line says nothing.
    const block = editor !== null && line !== null && wording === line.wording ? idAt(editor, line.path) : null
    const done = await ask({ do: 'call-consent', block, wording, seconds })
    if (done.ok) onClose()
  }
  return (
    <Dialog title="Call for consent" onClose={onClose}>
      <DialogForm submit="Call for consent" disabled={wording === ''} onSubmit={call} onCancel={onClose}>
        <Field label="What is to be agreed" maxLength={500} autoComplete="off" value={written} onWrite={setWritten} />
        <Choice
          label="Time to object"
          value={seconds}
          onChoose={(value) => setSeconds(Number(value))}
          hint="Silence until then is recorded as consent; one objection makes it a vote."
        >
          {SPANS.map(({ seconds, words }) => (
            <option key={seconds} value={seconds}>
              {words}
            </option>
          ))}
        </Choice>
      </DialogForm>
    </Dialog>
  )
}
