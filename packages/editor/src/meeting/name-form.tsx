import { useId, useState, type SubmitEvent } from 'react'

import { AffiliationField } from '../identity/affiliation-field.tsx'
import { rememberedAffiliation } from '../identity/affiliation.ts'
import type { Introduction } from '../identity/introduction.ts'
import { useRoster } from '../live/use-roster.ts'
import type { OwnPerson } from '../presence/index.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { FormProblem } from '../ui/form-problem.tsx'

interface NameFormProps {
  readonly me: OwnPerson
  readonly introduction: Introduction
  readonly label: string
  readonly onDone?: () => void
}

/** One's own name, to be said or changed. Names of the group's minutes complete it, with their affiliation. */
export function NameForm({ me, introduction, label, onDone }: NameFormProps) {
  const [name, setName] = useState(me.isNamed() ? me.get().name : '')
  const [affiliation, setAffiliation] = useState(rememberedAffiliation)
  const [problem, setProblem] = useState('')
  const roster = useRoster()
  const id = useId()
  const sayName = (name: string) => {
    setName(name)
    const known = roster.find((person) => person.name === name)
    if (known?.affiliation !== undefined && affiliation === '') setAffiliation(known.affiliation)
  }
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    const problem = await introduction.say(name, affiliation)
    setProblem(problem ?? '')
    if (problem !== null) return
    setName(me.isNamed() ? me.get().name : '')
    onDone?.()
  }
  return (
    <form className="name-form" onSubmit={(event) => void save(event)}>
      <Field
        label={label}
        maxLength={80}
        autoComplete="name"
        enterKeyHint="done"
        list={id}
        value={name}
        onWrite={sayName}
      />
      <datalist id={id}>
        {roster.map((person) => (
          <option key={person.name}>{person.name}</option>
        ))}
      </datalist>
      <AffiliationField value={affiliation} onWrite={setAffiliation} />
      <FormProblem words={problem} />
      <Button type="submit">Save</Button>
    </form>
  )
}
