import { useRef, useState, type FocusEvent, type RefObject } from 'react'

import { staysWithin } from '../ui/stays-within.ts'

interface FoldedField {
  readonly isOpen: boolean
  /** For the button. */
  readonly button: RefObject<HTMLButtonElement | null>
  readonly open: () => void
  /** The person is done with the field: the button comes back in its place, and so does the focus. */
  readonly leave: () => void
  /** For what stands around the field: the focus has gone elsewhere. */
  readonly onBlur: (event: FocusEvent) => void
}

/** A button that becomes a field when it is pressed. */
export function useFoldedField(): FoldedField {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return {
    isOpen,
    button,
    open: () => setOpen(true),
    leave: () => {
      setOpen(false)
      requestAnimationFrame(() => button.current?.focus())
    },
    onBlur: (event) => {
      if (!staysWithin(event)) setOpen(false)
    },
  }
}
