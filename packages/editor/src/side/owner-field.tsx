import { X } from 'lucide-react'

import { SuggestField } from '../ui/suggest-field.tsx'
import type { OwnerRow } from '../understanding/index.ts'
import { useFoldedField } from './use-folded-field.ts'

interface OwnerFieldProps {
  readonly owners: readonly OwnerRow[]
  readonly names: readonly string[]
  readonly disabled: boolean
  /** Somebody should be named here. */
  readonly isWanting: boolean
  /** Hears the owners as they are to be written. */
  readonly onChange: (owners: readonly string[]) => void
}

/** Who is to do it: their names, which become a field with completion when they are pressed. Everything said there holds at once. */
export function OwnerField({ owners, names, disabled, isWanting, onChange }: OwnerFieldProps) {
  const { isOpen, button, open, leave, onBlur } = useFoldedField()
  const written = owners.map((owner) => owner.written)
  if (!isOpen || disabled) {
    const said = owners.length > 0 ? written.join(', ') : 'No owner'
    return (
      <button
        ref={button}
        type="button"
        className={owners.length === 0 && isWanting ? 'side-chip side-chip-wanting' : 'side-chip'}
        aria-label={`Owner: ${said}. Change`}
        disabled={disabled}
        onClick={open}
      >
        {said}
      </button>
    )
  }
  return (
    <div className="owner-field" onBlur={onBlur}>
      {written.map((owner) => (
        <button
          key={owner}
          type="button"
          className="side-chip"
          aria-label={`Take ${owner} off`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={({ currentTarget }) => {
            // This button goes, and would take the focus along.
            currentTarget.parentElement?.querySelector('input')?.focus()
            onChange(written.filter((one) => one !== owner))
          }}
        >
          {owner}
          <X size={13} aria-hidden />
        </button>
      ))}
      <SuggestField
        label="Owner"
        placeholder="Name"
        takesFocus
        suggestions={[...names, 'all'].filter(
          (name) => !owners.some((owner) => [owner.written, owner.name].includes(name)),
        )}
        onPick={(name) => onChange([...written.filter((owner) => owner !== name), name])}
        onBackspace={() => onChange(written.slice(0, -1))}
        onLeave={leave}
      />
    </div>
  )
}
