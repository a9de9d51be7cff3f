import type { Person } from '@plenary/shared/meeting'
import { useState, type SubmitEvent } from 'react'

import { postMe } from '../app/people-api.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'

/** For whom somebody is here whose name a provider says. */
export function AffiliationForm({ person }: { readonly person: Person }) {
  const [affiliation, setAffiliation] = useState(person.affiliation ?? '')
  const [said, setSaid] = useState('')
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    const outcome = await postMe({ name: person.name, ...(affiliation.trim() !== '' && { affiliation }) })
    setSaid(outcome.ok ? 'Saved.' : outcome.failure.message)
  }
  return (
    <form className="name-form" onSubmit={(event) => void save(event)}>
      <Field
        label="Affiliation"
        maxLength={80}
        autoComplete="organization"
        placeholder="if you like"
        enterKeyHint="done"
        value={affiliation}
        onWrite={setAffiliation}
      />
      <Button type="submit">Save</Button>
      <output>{said}</output>
    </form>
  )
}
