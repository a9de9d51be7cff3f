/** Why somebody who set out to sign in with a provider has not. */
export const SIGN_IN_PROBLEMS = ['cancelled', 'unreachable', 'refused', 'over', 'crowded', 'storage'] as const
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number]

/** A sign-in that came to nothing; `by` is the id of the provider. */
export interface FailedSignIn {
  readonly problem: SignInProblem
  readonly by: string
}

/** What happened, and what to do; `provider` is what people call it. */
export function signInSentence(problem: SignInProblem, provider: string): string {
  switch (problem) {
    case 'cancelled':
      return `You are not signed in: signing in with ${provider} was cancelled.`
    case 'unreachable':
      return `You are not signed in: ${provider} cannot be reached. Try again in a minute.`
    case 'refused':
      return `You are not signed in: ${provider} did not say who you are. Try again; if that does not help, tell whoever runs this server.`
    case 'over':
      return 'You are not signed in: that has to begin and end in the same browser, within ten minutes. Try again.'
    case 'crowded':
      return 'You are not signed in: too many people have come from your internet address. Try again in a while.'
    case 'storage':
      return 'You are not signed in: the server cannot store anything at the moment. Try again in a minute.'
  }
}

/** How a page is told of it: behind the `#` of its address, which browsers send to nobody, and as a word that it knows, not a text. */
export function signInFragment({ problem, by }: FailedSignIn): string {
  return `#sign-in=${problem}&by=${by}`
}

/** Undefined where a fragment tells of none. */
export function readSignInFragment(fragment: string): FailedSignIn | undefined {
  const [, said, by = ''] = /^#sign-in=([a-z]+)&by=([a-z]+)$/.exec(fragment) ?? []
  const problem = SIGN_IN_PROBLEMS.find((known) => known === said)
  return problem && { problem, by }
}
