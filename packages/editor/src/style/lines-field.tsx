import { useId, useState } from 'react'

interface LinesFieldProps<Value> {
  readonly label: string
  readonly hint?: string
  readonly value: Value
  readonly write: (value: Value) => string
  /** Null: the lines say nothing yet. */
  readonly read: (text: string) => Value | null
  readonly onChange: (value: Value) => void
}

/** Something that is written in lines. What is typed stays as it is typed, and counts as soon as it can be read. */
export function LinesField<Value>({ label, hint, value, write, read, onChange }: LinesFieldProps<Value>) {
  const id = useId()
  const [draft, setDraft] = useState<{ readonly text: string; readonly value: Value } | null>(null)
  const isOwn = draft !== null && draft.value === value
  const text = isOwn ? draft.text : write(value)
  const isRead = read(text) !== null
  return (
    <div className="field style-lines">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={Math.min(12, Math.max(2, text.split('\n').length))}
        spellCheck={false}
        aria-invalid={!isRead}
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={({ target }) => {
          const next = read(target.value)
          setDraft({ text: target.value, value: next ?? value })
          if (next !== null) onChange(next)
        }}
      />
      <p id={`${id}-hint`} className="field-hint">
        {isRead ? hint : 'This cannot be read yet.'}
      </p>
    </div>
  )
}
