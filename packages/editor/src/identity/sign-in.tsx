import { useEffect, useState } from 'react'

import { getMe, type Me, signInPath } from '../app/people-api.ts'
import { whenThere } from '../ui/when-there.ts'

import './sign-in.css'

/** The other ways to say who one is, where this server has any: by an account elsewhere. */
export function SignIn() {
  const [providers, setProviders] = useState<Me['providers']>([])
  useEffect(() => whenThere(getMe(), (outcome) => outcome.ok && setProviders(outcome.value.providers)), [])
  if (providers.length === 0) return null
  return (
    <div className="sign-in">
      <p>Or by an account that you have:</p>
      {providers.map(({ id, name }) => (
        <a key={id} className="button button-plain" href={signInPath(id)}>
          Sign in with {name}
        </a>
      ))}
    </div>
  )
}
