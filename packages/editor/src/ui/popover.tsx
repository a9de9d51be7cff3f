import { useId, type ComponentProps, type ReactNode } from 'react'

import './popover.css'

interface PopoverProps {
  readonly label: string
  /** Draws the button; what it is given must reach a `<button>`. */
  readonly button: (props: Pick<ComponentProps<'button'>, 'popoverTarget'>) => ReactNode
  readonly children: ReactNode
}

/** A button and a small panel below it. The browser opens it, closes it on Escape and outside, and keeps the focus right. */
export function Popover({ label, button, children }: PopoverProps) {
  const id = useId()
  return (
    <div className="popover">
      {button({ popoverTarget: id })}
      <section id={id} popover="auto" className="popover-panel" aria-label={label}>
        {children}
      </section>
    </div>
  )
}
