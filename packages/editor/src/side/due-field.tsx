import { CalendarPlus } from 'lucide-react'
import { useRef, type FocusEvent } from 'react'

import { useFoldedField } from './use-folded-field.ts'

interface DueFieldProps {
  /** An ISO date. */
  readonly due: string | null
  readonly disabled: boolean
  readonly onChange: (due: string | null) => void
}

const shown = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** The due date, which becomes the browser's own date field when it is pressed. */
export function DueField({ due, disabled, onChange }: DueFieldProps) {
  const { isOpen, button, open, leave, onBlur } = useFoldedField()
  if (isOpen && !disabled) return <DateInput due={due} onChange={onChange} onLeave={leave} onBlur={onBlur} />
  const date = due === null || Number.isNaN(Date.parse(due)) ? null : shown.format(new Date(due))
  return (
    <button
      ref={button}
      type="button"
      className="side-chip side-chip-quiet"
      aria-label={date === null ? 'Set a due date' : `Due ${date}. Change`}
      title={date === null ? 'Set a due date' : undefined}
      disabled={disabled}
      onClick={open}
    >
      {date === null ? <CalendarPlus size={15} aria-hidden /> : `due ${date}`}
    </button>
  )
}

interface DateInputProps extends Pick<DueFieldProps, 'due' | 'onChange'> {
  readonly onLeave: () => void
  readonly onBlur: (event: FocusEvent) => void
}

/**
 * A browser tells of a change after each digit of a date that is typed, with years such as 0020 on the way: what is typed
 * counts when the field is left or at Enter, what is picked at once.
 */
function DateInput({ due, onChange, onLeave, onBlur }: DateInputProps) {
  const isTyped = useRef(false)
  const take = (value: string) => {
    if (value !== (due ?? '')) onChange(value === '' ? null : value)
  }
  return (
    <input
      type="date"
      className="due-input"
      aria-label="Due date"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- a person has just asked for the field
      autoFocus
      defaultValue={due ?? ''}
      onKeyDown={(event) => {
        isTyped.current = true
        if (event.key === 'Enter') take(event.currentTarget.value)
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.stopPropagation()
          onLeave()
        }
      }}
      onPointerDown={() => {
        isTyped.current = false
      }}
      onChange={(event) => {
        if (!isTyped.current) take(event.target.value)
      }}
      onBlur={(event) => {
        take(event.target.value)
        onBlur(event)
      }}
    />
  )
}
