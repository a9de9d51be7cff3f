import { type FailedSignIn, signInSentence } from '@plenary/shared/meeting'

import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useObservable } from '../ui/use-observable.ts'
import { failedSignIn, putFailedSignInAway } from './failed-sign-in.ts'
import { useMe } from './use-me.ts'

interface SignInNewsProps {
  /** Where it stands. */
  readonly className: string
}

/** Why a sign-in has come to nothing, on whichever page it led back to. */
export function SignInNews({ className }: SignInNewsProps) {
  const failed = useObservable(failedSignIn)
  if (failed === null) return null
  return (
    <div className={className}>
      <Said {...failed} />
    </div>
  )
}

function Said({ problem, by }: FailedSignIn) {
  const me = useMe()
  const name = me?.providers.find(({ id }) => id === by)?.name ?? 'the provider'
  return (
    <Banner tone="warning" actions={<Button onClick={putFailedSignInAway}>Put it away</Button>}>
      {signInSentence(problem, name)}
    </Banner>
  )
}
