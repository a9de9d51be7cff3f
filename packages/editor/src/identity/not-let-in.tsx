import type { Me } from '../app/people-api.ts'
import { Button } from '../ui/button.tsx'
import { SignInLinks } from './sign-in.tsx'
import { SignOutButton } from './sign-out-button.tsx'
import { useMe } from './use-me.ts'

import './not-let-in.css'

interface NotLetInProps {
  /** Where nothing else says what this is about. */
  readonly heading?: string
  /** What the server said. */
  readonly message: string
  readonly onRetry: () => void
}

/** For somebody whom the server does not let in: whom it takes them for, and what they can do. */
export function NotLetIn({ heading, message, onRetry }: NotLetInProps) {
  const me = useMe()
  return (
    <div className="not-let-in">
      {heading !== undefined && <h1 tabIndex={-1}>{heading}</h1>}
      <p role="alert">{message}</p>
      {me !== null && <Ways me={me} />}
      <div className="not-let-in-actions">
        {me !== null && me.person !== null && <SignOutButton />}
        <Button onClick={onRetry}>Try again</Button>
      </div>
    </div>
  )
}

function Ways({ me: { person, providers } }: { readonly me: Me }) {
  if (person === null) {
    return (
      <>
        {providers.length > 0 && <SignInLinks providers={providers} />}
        <p className="not-let-in-hint">
          An invitation link lets you in: open it in this browser. If you have none, ask whoever chairs the meeting.
          {providers.length > 0 && ' Signing in only says who you are.'}
        </p>
      </>
    )
  }
  return (
    <>
      <p>
        {person.kind === 'guest' ? 'You are here as' : 'You are signed in as'} <strong>{person.name}</strong>
        {person.affiliation !== undefined && `, ${person.affiliation}`}.
      </p>
      <p className="not-let-in-hint">
        Whoever chairs the meeting can send you an invitation link: open it in this browser, and you are in under this
        name.
        {person.kind !== 'guest' && ' If you were invited under another one, sign out first.'}
      </p>
      {person.kind === 'guest' && providers.length > 0 && <SignInLinks providers={providers} />}
    </>
  )
}
