import { type Me, signInPath } from '../app/people-api.ts'
import { useMe } from './use-me.ts'

import './sign-in.css'

interface SignInProps {
  /** Why one might. */
  readonly intro: string
  /** Called when somebody leaves for a provider. */
  readonly onLeave?: () => void
}

/** The other ways to say who one is, where this server has any: by an account elsewhere. */
export function SignIn({ intro, onLeave }: SignInProps) {
  const providers = useMe()?.providers ?? []
  if (providers.length === 0) return null
  return (
    <div className="sign-in">
      <p>{intro}</p>
      <SignInLinks providers={providers} onLeave={onLeave} />
    </div>
  )
}

interface SignInLinksProps extends Pick<Me, 'providers'> {
  readonly onLeave?: (() => void) | undefined
}

/** By whom somebody may sign in; each leads back to this page. */
export function SignInLinks({ providers, onLeave }: SignInLinksProps) {
  return (
    <div className="sign-in-links">
      {providers.map(({ id, name }) => (
        <a key={id} className="button button-plain" href={signInPath(id)} onClick={onLeave}>
          Sign in with {name}
        </a>
      ))}
    </div>
  )
}
