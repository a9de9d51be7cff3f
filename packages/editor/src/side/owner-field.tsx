import { X } from 'lucide-react'
import { useRef, useState } from 'react'

import { SuggestField } from '../ui/suggest-field.tsx'
import type { OwnerRow } from '../understanding/index.ts'

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
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
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
        onClick={() => setOpen(true)}
      >
        {said}
      </button>
    )
  }
  const leave = () => {
    setOpen(false)
    // The button comes back in the place of the field, and so does the focus.
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <div
      className="owner-field"
      onBlur={(event) => {
        const stays = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
        if (!stays) setOpen(false)
      }}
    >
      {written.map((owner) => (
        <button
          key={owner}
          type="button"
          className="side-chip"
          aria-label={`Take ${owner} off`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChange(written.filter((one) => one !== owner))}
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
