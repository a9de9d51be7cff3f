import { useState, type SubmitEvent } from 'react'

import type { OwnPerson } from '../presence/index.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'

interface NameFormProps {
  readonly me: OwnPerson
  readonly label: string
  readonly onDone?: () => void
}

/** One's own name, to be said or changed. */
export function NameForm({ me, label, onDone }: NameFormProps) {
  const [name, setName] = useState(me.isNamed() ? me.get().name : '')
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    me.rename(name)
    setName(me.isNamed() ? me.get().name : '')
    onDone?.()
  }
  return (
    <form className="name-form" onSubmit={save}>
      <Field
        label={label}
        maxLength={40}
        autoComplete="name"
        enterKeyHint="done"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit">Save</Button>
    </form>
  )
}
