import type { OwnerRow } from '../understanding/index.ts'
import { NamesField } from './names-field.tsx'
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

/** Who is to do it: their names, which become a field with completion when they are pressed. */
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
    <NamesField
      label="Owner"
      names={written}
      suggestions={[...names, 'all'].filter(
        (name) => !owners.some((owner) => [owner.written, owner.name].includes(name)),
      )}
      onChange={onChange}
      onLeave={leave}
      onBlur={onBlur}
    />
  )
}
