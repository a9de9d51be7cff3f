import { Clock } from 'lucide-react'
import { useRef, type FocusEvent } from 'react'

import { useFoldedField } from './use-folded-field.ts'

interface TimeboxFieldProps {
  readonly topic: string
  /** The planned minutes. */
  readonly minutes: number | null
  readonly onChange: (minutes: number | null) => void
}

/** How long a topic is to take; nothing in the field takes the timebox away. */
export function TimeboxField({ topic, minutes, onChange }: TimeboxFieldProps) {
  const { isOpen, button, open, leave, onBlur } = useFoldedField()
  if (isOpen) return <MinutesInput minutes={minutes} onChange={onChange} onLeave={leave} onBlur={onBlur} />
  return (
    <button
      ref={button}
      type="button"
      className={minutes === null ? 'side-chip side-chip-quiet side-later' : 'side-chip side-chip-quiet side-minutes'}
      aria-label={minutes === null ? `Set a timebox for ${topic}` : `${minutes} min for ${topic}. Change`}
      title={minutes === null ? 'Set a timebox' : undefined}
      onClick={open}
    >
      {minutes === null ? <Clock size={15} aria-hidden /> : `${minutes} min`}
    </button>
  )
}

interface MinutesInputProps extends Pick<TimeboxFieldProps, 'minutes' | 'onChange'> {
  readonly onLeave: () => void
  readonly onBlur: (event: FocusEvent) => void
}

function MinutesInput({ minutes, onChange, onLeave, onBlur }: MinutesInputProps) {
  const isOver = useRef(false)
  const finish = (text: string) => {
    if (isOver.current) return
    isOver.current = true
    const wanted = minutesIn(text)
    if (wanted !== undefined && wanted !== minutes) onChange(wanted)
  }
  return (
    <input
      className="minutes-input"
      aria-label="Minutes"
      placeholder="min"
      inputMode="numeric"
      autoComplete="off"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- a person has just asked for the field
      autoFocus
      defaultValue={minutes ?? ''}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.stopPropagation()
        // Enter would press what gets the focus next.
        event.preventDefault()
        if (event.key === 'Enter') finish(event.currentTarget.value)
        isOver.current = true
        onLeave()
      }}
      onBlur={(event) => {
        finish(event.target.value)
        onBlur(event)
      }}
    />
  )
}

/** `10`, `10 min`; null for nothing, undefined for what is no length of time. */
function minutesIn(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const [, number] = /^\s*(\d{1,3})\s*(?:m|mins?|minutes?)?\s*$/i.exec(text) ?? []
  return number === undefined || Number(number) === 0 ? undefined : Number(number)
}
