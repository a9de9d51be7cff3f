import { X } from 'lucide-react'
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'

import { IconButton } from './button.tsx'

import './dialog.css'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** A modal dialog holds the focus and dims the page; the other kind lets people go on with what they were doing. */
  readonly modal?: boolean
  readonly className?: string
  /** What a modal dialog begins with: its first field, where it asks something, or its top, where it shows something. */
  readonly beginsAt?: 'field' | 'top'
}

/** A native `<dialog>`, open for as long as it is mounted. Escape and the close button call `onClose`. */
export function Dialog({ title, onClose, children, modal = true, className = '', beginsAt = 'field' }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useId()
  // A layout effect: it ends while the dialog is still on the page, and only then closing gives the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (modal) {
      dialog?.showModal()
      // Rather than the close button, which comes first.
      if (beginsAt === 'field') dialog?.querySelector('input')?.focus()
    } else {
      // Not show(): that would take the focus away from what the person is doing.
      dialog?.setAttribute('open', '')
    }
    return () => dialog?.close()
  }, [modal, beginsAt])
  return (
    <dialog
      ref={ref}
      className={`dialog ${className}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !modal) onClose()
      }}
    >
      <header className="dialog-header">
        <h2 id={heading}>{title}</h2>
        <IconButton label="Close" icon={<X size={20} aria-hidden />} onClick={onClose} />
      </header>
      {children}
    </dialog>
  )
}
