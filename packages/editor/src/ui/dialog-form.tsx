import { useRef, type ReactNode, type SubmitEvent } from 'react'

import { Button } from './button.tsx'
import { FormProblem } from './form-problem.tsx'

import './dialog.css'

interface DialogFormProps {
  /** What the button that sends it says. */
  readonly submit: string
  /** What the button that gives it up says. */
  readonly cancel?: string
  /** What else can be done than to send it: more buttons. */
  readonly otherwise?: ReactNode
  /** Something is missing. */
  readonly disabled?: boolean
  /** Why it was not taken; empty: nothing stands in the way. */
  readonly problem?: string
  readonly onSubmit: () => Promise<unknown>
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** What a dialog asks, with the buttons that send it and that give it up. A double click sends it once. */
export function DialogForm(props: DialogFormProps) {
  const { submit, cancel = 'Cancel', otherwise, disabled = false, problem = '', onSubmit, onCancel, children } = props
  const isOnItsWay = useRef(false)
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    if (disabled || isOnItsWay.current) return
    isOnItsWay.current = true
    try {
      await onSubmit()
    } finally {
      isOnItsWay.current = false
    }
  }
  return (
    <form className="dialog-form" onSubmit={(event) => void send(event)}>
      {children}
      <FormProblem words={problem} />
      <div className="dialog-actions">
        {otherwise}
        <Button onClick={onCancel}>{cancel}</Button>
        <Button type="submit" look="primary" disabled={disabled}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
