import { useId, type ComponentProps, type ReactNode } from 'react'

import './field.css'

interface FieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  readonly label: string
  readonly hint?: ReactNode
  /** For a field whose purpose its place makes plain; the label is then only spoken. */
  readonly hideLabel?: boolean
}

/** One line of text with its label. */
export function Field({ label, hint, hideLabel = false, ...rest }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <input {...rest} id={id} aria-describedby={hint === undefined ? undefined : `${id}-hint`} />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  )
}
