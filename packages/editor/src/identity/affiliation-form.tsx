import type { Person } from '@plenary/shared/meeting'
import { useState, type SubmitEvent } from 'react'

import { postMe } from '../app/people-api.ts'
import { Button } from '../ui/button.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { AffiliationField } from './affiliation-field.tsx'

/** For whom somebody is here whose name a provider says. */
export function AffiliationForm({ person }: { readonly person: Person }) {
  const [affiliation, setAffiliation] = useState(person.affiliation ?? '')
  const [isSaved, setSaved] = useState(false)
  const [problem, setProblem] = useState('')
  const write = (text: string) => {
    setAffiliation(text)
    setSaved(false)
  }
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    const outcome = await postMe({ name: person.name, ...(affiliation.trim() !== '' && { affiliation }) })
    setSaved(outcome.ok)
    setProblem(outcome.ok ? '' : outcome.failure.message)
  }
  return (
    <form className="name-form" onSubmit={(event) => void save(event)}>
      <AffiliationField value={affiliation} onWrite={write} />
      <FormProblem words={problem} />
      <Button type="submit">Save</Button>
      <output>{isSaved && 'Saved.'}</output>
    </form>
  )
}
