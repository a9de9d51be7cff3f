import { X } from 'lucide-react'
import type { FocusEvent } from 'react'

import { SuggestField } from '../ui/suggest-field.tsx'

interface NamesFieldProps {
  /** What they are: `Owner`. */
  readonly label: string
  /** As they are written. */
  readonly names: readonly string[]
  readonly suggestions: readonly string[]
  /** Hears the names as they are to be written. */
  readonly onChange: (names: readonly string[]) => void
  readonly onLeave: () => void
  readonly onBlur: (event: FocusEvent) => void
}

/** Names that can be taken off, with a field for more. Everything said there holds at once. */
export function NamesField({ label, names, suggestions, onChange, onLeave, onBlur }: NamesFieldProps) {
  return (
    <div className="names-field" onBlur={onBlur}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className="side-chip"
          aria-label={`Take ${name} off`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={({ currentTarget }) => {
            // This button goes, and would take the focus along.
            currentTarget.parentElement?.querySelector('input')?.focus()
            onChange(names.filter((one) => one !== name))
          }}
        >
          {name}
          <X size={13} aria-hidden />
        </button>
      ))}
      <SuggestField
        label={label}
        placeholder="Name"
        takesFocus
        suggestions={suggestions}
        onPick={(picked) => onChange([...names.filter((name) => name !== picked), picked])}
        onBackspace={() => onChange(names.slice(0, -1))}
        onLeave={onLeave}
      />
    </div>
  )
}
