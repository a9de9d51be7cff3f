import type { ReactNode } from 'react'

import './field.css'

interface CheckProps {
  readonly checked: boolean
  readonly onToggle: () => void
  readonly children: ReactNode
}

/** A box to tick, with its words. */
export function Check({ checked, onToggle, children }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={onToggle} />
      {children}
    </label>
  )
}
