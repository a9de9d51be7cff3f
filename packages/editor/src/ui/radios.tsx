import type { ReactNode } from 'react'

import './field.css'

interface RadiosProps<Value extends string> {
  readonly legend: string
  readonly name: string
  readonly values: readonly Value[]
  readonly chosen: Value | null
  readonly words: (value: Value) => ReactNode
  readonly className?: string
  readonly isDisabled?: (value: Value) => boolean
  readonly onChoose: (value: Value) => void
}

/** One of a few, all of which are in sight. */
export function Radios<Value extends string>(props: RadiosProps<Value>) {
  const { legend, name, values, chosen, words, className = 'radios', isDisabled = () => false, onChoose } = props
  return (
    <fieldset className={className}>
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={chosen === value}
            disabled={isDisabled(value)}
            onChange={() => onChoose(value)}
          />
          {words(value)}
        </label>
      ))}
    </fieldset>
  )
}
