import { useId, type ComponentProps, type ReactNode } from 'react'

import './field.css'

interface ChoiceProps extends Omit<ComponentProps<'select'>, 'id' | 'onChange'> {
  readonly label: string
  readonly hint?: ReactNode
  readonly onChoose: (value: string) => void
}

/** One of several, with its label; the children are the options. */
export function Choice({ label, hint, onChoose, children, ...rest }: ChoiceProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        {...rest}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) => onChoose(target.value)}
      >
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
