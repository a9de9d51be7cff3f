import { X } from 'lucide-react'
import { useRef, useState } from 'react'

import { SuggestField } from '../ui/suggest-field.tsx'

interface OwnerFieldProps {
  readonly owners: readonly string[]
  readonly names: readonly string[]
  readonly disabled: boolean
  /** Somebody should be named here. */
  readonly isWanting: boolean
  readonly onChange: (owners: readonly string[]) => void
}

/** Who is to do it: their names, which become a field with completion when they are pressed. Everything said there holds at once. */
export function OwnerField({ owners, names, disabled, isWanting, onChange }: OwnerFieldProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (!isOpen || disabled) {
    const said = owners.length > 0 ? owners.join(', ') : 'No owner'
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
      {owners.map((owner) => (
        <button
          key={owner}
          type="button"
          className="side-chip"
          aria-label={`Take ${owner} off`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChange(owners.filter((one) => one !== owner))}
        >
          {owner}
          <X size={13} aria-hidden />
        </button>
      ))}
      <SuggestField
        label="Owner"
        placeholder="Name"
        takesFocus
        suggestions={[...names, 'all'].filter((name) => !owners.includes(name))}
        onPick={(name) => onChange([...owners.filter((owner) => owner !== name), name])}
        onBackspace={() => onChange(owners.slice(0, -1))}
        onLeave={leave}
      />
    </div>
  )
}
