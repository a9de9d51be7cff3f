import { useState, type SubmitEvent } from 'react'

import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { acceptInvitation } from '../app/people-api.ts'
import { meetingPath, navigate } from '../app/router.ts'
import { rememberedName, rememberName } from '../presence/person.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { AffiliationField } from './affiliation-field.tsx'
import { rememberAffiliation, rememberedAffiliation } from './affiliation.ts'
import { carryInvitation, dropInvitation } from './invitation-token.ts'
import { SignIn } from './sign-in.tsx'
import { SignOutButton } from './sign-out-button.tsx'
import { useMe } from './use-me.ts'

import './invitation-page.css'

/** Lets somebody in who was invited: they say a name, unless the server knows them, and are where they were invited to. */
export function InvitationPage({ token }: { readonly token: string | null }) {
  const known = useMe()?.person?.name ?? null
  return (
    <Page title="Invitation">
      <div className="invitation">
        <h1 tabIndex={-1}>You are invited</h1>
        {token === null ? (
          <>
            <p>The link is incomplete, or was used in this page already. Ask for it again, or:</p>
            <Link href="/" className="button button-primary">
              Go to the meetings
            </Link>
          </>
        ) : (
          <>
            <Welcome token={token} known={known} />
            {known === null ? (
              <SignIn intro="Or come by an account that you have:" onLeave={carryInvitation} />
            ) : (
              <div className="invitation-other">
                <p>Are you somebody else?</p>
                <SignOutButton onLeave={carryInvitation} />
              </div>
            )}
          </>
        )}
      </div>
    </Page>
  )
}

function Welcome({ token, known }: { readonly token: string; readonly known: string | null }) {
  const [name, setName] = useState(rememberedName)
  const [affiliation, setAffiliation] = useState(rememberedAffiliation)
  const [problem, setProblem] = useState('')
  const [isBusy, setBusy] = useState(false)
  const accept = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    const said =
      affiliation.trim() === '' ? { name: name.trim() } : { name: name.trim(), affiliation: affiliation.trim() }
    const outcome = await acceptInvitation(token, known === null ? said : undefined)
    setBusy(false)
    if (!outcome.ok) return setProblem(outcome.failure.message)
    rememberName(outcome.value.person.name)
    rememberAffiliation(affiliation.trim())
    dropInvitation()
    navigate(outcome.value.meeting === null ? '/' : meetingPath(outcome.value.meeting))
  }
  return (
    <form className="invitation-form" onSubmit={(event) => void accept(event)}>
      {known === null ? (
        <>
          <p>Say your name: it stands beside what you write and vote. Nothing else is asked of you.</p>
          <Field label="Your name" maxLength={80} autoComplete="name" required value={name} onWrite={setName} />
          <AffiliationField value={affiliation} onWrite={setAffiliation} />
        </>
      ) : (
        <p>You come as {known}.</p>
      )}
      <FormProblem words={problem} />
      <Button type="submit" look="primary" disabled={isBusy || (known === null && name.trim() === '')}>
        Come in
      </Button>
    </form>
  )
}
