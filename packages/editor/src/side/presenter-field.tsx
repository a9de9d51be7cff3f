import { UserPlus } from 'lucide-react'

import { NamesField } from './names-field.tsx'
import { useFoldedField } from './use-folded-field.ts'

interface PresenterFieldProps {
  readonly topic: string
  /** As written. */
  readonly presenters: readonly string[]
  /** Who can be named. */
  readonly names: readonly string[]
  readonly onChange: (presenters: readonly string[]) => void
}

/** Who presents a topic. */
export function PresenterField({ topic, presenters, names, onChange }: PresenterFieldProps) {
  const { isOpen, button, open, leave, onBlur } = useFoldedField()
  if (!isOpen) {
    const said = presenters.join(', ')
    return (
      <button
        ref={button}
        type="button"
        className={said === '' ? 'side-chip side-chip-quiet side-later' : 'side-chip side-chip-quiet'}
        aria-label={said === '' ? `Who presents ${topic}?` : `${said} presents ${topic}. Change`}
        title={said === '' ? 'Set a presenter' : undefined}
        onClick={open}
      >
        {said === '' ? <UserPlus size={15} aria-hidden /> : said}
      </button>
    )
  }
  return (
    <NamesField
      label="Presenter"
      names={presenters}
      suggestions={names.filter((name) => !presenters.includes(name))}
      onChange={onChange}
      onLeave={leave}
      onBlur={onBlur}
    />
  )
}
