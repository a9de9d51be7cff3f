import { useId, type ComponentProps, type ReactNode } from 'react'

import './field.css'

interface ChoiceProps extends Omit<ComponentProps<'select'>, 'id'> {
  readonly label: string
  readonly hint?: ReactNode
}

/** One of several, with its label; the children are the options. */
export function Choice({ label, hint, children, ...rest }: ChoiceProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select {...rest} id={id} aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
        {children}
      </select>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  )
}
