import { useId, useState, type ReactNode } from 'react'

import './popover.css'

interface PopoverProps {
  /** What the button is called, and what it shows. */
  readonly label: string
  readonly face: ReactNode
  readonly className?: string
  /** Only there while it is open. */
  readonly children: ReactNode
}

/** A button and a small panel below it. The browser opens it, closes it on Escape and outside, and keeps the focus right. */
export function Popover({ label, face, className = '', children }: PopoverProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="popover">
      <button
        type="button"
        className={`button button-quiet ${className}`}
        aria-label={label}
        title={label}
        popoverTarget={id}
      >
        {face}
      </button>
      <section
        id={id}
        popover="auto"
        className="popover-panel"
        aria-label={label}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isOpen && children}
      </section>
    </div>
  )
}
