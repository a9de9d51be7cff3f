import { useId, type ComponentProps, type ReactNode } from 'react'

import './field.css'

interface FieldProps extends Omit<ComponentProps<'input'>, 'id' | 'onChange'> {
  readonly label: string
  readonly hint?: ReactNode
  /** For a field whose purpose its place makes plain; the label is then only spoken. */
  readonly hideLabel?: boolean
  readonly onWrite?: (text: string) => void
}

/** One line of text with its label. */
export function Field({ label, hint, hideLabel = false, onWrite, ...rest }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) => onWrite?.(target.value)}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  )
}
